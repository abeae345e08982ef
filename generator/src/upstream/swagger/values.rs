//! The values of a Swagger document: types, codes and gateway rules.

use std::collections::BTreeMap;

use serde_json::Value;

use super::json::{list, object, text};
use crate::upstream::facts::OTHERS;
use crate::upstream::prose::{self, CodeList};

/// Arrays come with items as an object, as the bare word `"string"`, or with none at all; a form
/// parameter with a schema says `string` beside it.
pub fn type_of(value: &Value) -> String {
    if let Some(schema) = value.get("schema").filter(|_| value.get("in").is_some()) {
        if text(value, "type") == "array" {
            return format!("[{}]", type_of(schema));
        }
        return type_of(schema);
    }
    if let Some(name) = reference(value) {
        return name.to_owned();
    }
    match text(value, "type") {
        "array" => match value.get("items") {
            Some(Value::String(word)) => format!("[{word}]"),
            Some(items) => format!("[{}]", type_of(items)),
            None => "[?]".to_owned(),
        },
        "" if value.get("properties").is_some() || value.get("allOf").is_some() => {
            "object".to_owned()
        }
        "" => "?".to_owned(),
        word => word.to_owned(),
    }
}

/// Every name that is referred to inside a value.
pub fn references(value: &Value) -> Vec<&str> {
    let inside: Vec<&Value> = match value {
        Value::Object(members) => members.values().collect(),
        Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    let own = reference(value).into_iter();
    own.chain(inside.into_iter().flat_map(references)).collect()
}

/// The definition that a schema is, by `$ref` or as the only part of an `allOf`.
pub fn reference(value: &Value) -> Option<&str> {
    let only = match list(value, "allOf") {
        [only] if value.get("properties").is_none() => only,
        _ => value,
    };
    only.get("$ref")?.as_str()?.rsplit('/').next()
}

/// The codes, from everywhere that upstream lists them: `enum`, `x-portone-enum`, and lists in texts. A code of a text
/// comes with the item that names it.
pub fn values(field: &Value, ty: &str) -> CodeList {
    if !matches!(ty.trim_matches(['[', ']']), "string" | "integer") {
        return CodeList::new();
    }
    let holders = [Some(field), field.get("items"), field.get("schema")];
    let listed = holders.into_iter().flatten().flat_map(|holder| {
        let codes = |key| list(holder, key).iter().map(|code| (scalar(code), String::new()));
        ["enum", "x-portone-enum"].map(|key| codes(key).collect::<CodeList>())
    });
    let texts = ["description", "x-portone-description", "x-portone-summary"];
    let written = texts.iter().flat_map(|key| prose::codes(text(field, key)));
    let mut values = CodeList::new();
    for list in listed.chain(written) {
        add(&mut values, list);
    }
    values
}

/// A list that has nothing in common with the others is one of something else.
fn add(values: &mut CodeList, list: CodeList) {
    let is_known = |code: &String| values.iter().any(|(known, _)| known == code);
    if values.is_empty() || list.iter().any(|(code, _)| is_known(code)) {
        values.extend(list);
    }
}

pub fn scalar(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

pub fn supported(value: &Value) -> Vec<String> {
    let keys = ["x-portone-supported-pgs", "x-portone-supported_pgs"];
    let mut gateways: Vec<String> =
        keys.iter().flat_map(|key| list(value, key)).map(scalar).collect();
    gateways.sort();
    gateways.dedup();
    gateways
}

pub fn rules(field: &Value, always: bool) -> BTreeMap<String, String> {
    let mut rules = BTreeMap::new();
    let only = supported(field);
    if !only.is_empty() {
        rules.insert(OTHERS.to_owned(), "unsupported".to_owned());
    }
    for gateway in only {
        rules.insert(gateway, "optional".to_owned());
    }
    for gateway in list(field, "x-portone-unsupported-pgs") {
        rules.insert(scalar(gateway), "unsupported".to_owned());
    }
    for (gateway, rule) in object(field, "x-portone-per-pg").into_iter().flatten() {
        // One of them is misspelt.
        let required =
            ["required", "requiqred"].iter().any(|key| rule.get(key) == Some(&Value::Bool(true)));
        // If it is always required, the gateways' rules are redundant.
        if required && !always {
            rules.insert(gateway.clone(), "required".to_owned());
        }
    }
    rules
}
