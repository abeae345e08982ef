//! Properties of items that programs may rely on and that the line of the item does not show.

use serde_json::Value;

/// The property of an item, if it has one.
pub fn of(inner: &Value, line: &str) -> Option<String> {
    if is_constructible(inner, line) {
        return Some(constructible(line));
    }
    has_default(inner).then(|| format!("has a default: {line}"))
}

/// The property of a struct that programs can write as a literal.
pub fn constructible(line: &str) -> String {
    format!("has only public fields: {line}")
}

fn is_constructible(inner: &Value, line: &str) -> bool {
    let kind = &inner["struct"]["kind"];
    let all_public = match (&kind["plain"], &kind["tuple"]) {
        (Value::Object(plain), _) => plain.get("has_stripped_fields") == Some(&Value::Bool(false)),
        (_, Value::Array(fields)) => fields.iter().all(|field| !field.is_null()),
        _ => kind == "unit",
    };
    all_public && !line.contains("#[non_exhaustive]")
}

/// Returns true for an item of a trait that implementations may omit.
pub fn has_default(inner: &Value) -> bool {
    let constant = &inner["assoc_const"]["value"];
    let kind = &inner["assoc_type"]["type"];
    inner["function"]["has_body"] == true || !constant.is_null() || !kind.is_null()
}
