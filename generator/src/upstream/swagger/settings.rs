//! Facts that our schema does not state: limits of values, and what all requests have in common.

use serde_json::Value;

use super::json::number;
use super::values::scalar;
use crate::upstream::facts::Settings;

const OF_DOCUMENT: [&str; 7] =
    ["host", "basePath", "schemes", "consumes", "produces", "security", "securityDefinitions"];
const OF_OPERATION: [&str; 4] = ["schemes", "consumes", "produces", "security"];
const OF_FIELD: [&str; 13] = [
    "format",
    "pattern",
    "minLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "multipleOf",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "collectionFormat",
    "allowEmptyValue",
    "readOnly",
    "additionalProperties",
];
/// Limits that are facts of their own, unless they are no whole numbers.
const NUMBERS: [&str; 3] = ["maxLength", "minimum", "maximum"];

/// Host, base path, schemes, media types and security of a document.
pub fn of_document(document: &Value) -> Settings {
    settings(document, &OF_DOCUMENT)
}

/// The same of an operation with its own.
pub fn of_operation(operation: &Value) -> Settings {
    settings(operation, &OF_OPERATION)
}

/// The limits of a field, and those of its items.
pub fn constraints(field: &Value) -> Settings {
    let mut constraints = settings(field, &OF_FIELD);
    let odd: Vec<&str> = NUMBERS.into_iter().filter(|key| number(field, key).is_none()).collect();
    constraints.extend(settings(field, &odd));
    if let Some(items) = field.get("items").or_else(|| field.get("schema")) {
        let of_items = settings(items, &OF_FIELD).into_iter();
        constraints.extend(of_items.map(|(key, value)| (format!("items.{key}"), value)));
    }
    constraints
}

fn settings(value: &Value, keys: &[&str]) -> Settings {
    let stated = |key: &&str| value.get(key).filter(|value| !value.is_null());
    keys.iter().filter_map(|key| Some(((*key).to_owned(), shown(stated(key)?)))).collect()
}

/// The order of a list of media types means nothing.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(items) if items.iter().all(Value::is_string) => {
            let mut items: Vec<_> = items.iter().map(scalar).collect();
            items.sort();
            items.join(", ")
        }
        other => scalar(other),
    }
}
