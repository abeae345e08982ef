//! The values of a Swagger document: types, codes, gateway rules and statuses.

use std::collections::BTreeMap;

use serde_json::Value;

use super::json::{list, object, text};
use crate::upstream::facts::OTHERS;
use crate::upstream::prose;

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
        "" if value.get("properties").is_some() => "object".to_owned(),
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

pub fn reference(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()?.rsplit('/').next()
}

/// The codes, from `enum`, `x-portone-enum`, or a list in the description.
pub fn values(field: &Value, ty: &str) -> Vec<String> {
    if !matches!(ty.trim_matches(['[', ']']), "string" | "integer") {
        return Vec::new();
    }
    let holders = [Some(field), field.get("items")];
    for holder in holders.into_iter().flatten() {
        for key in ["enum", "x-portone-enum"] {
            let listed = list(holder, key);
            if !listed.is_empty() {
                return listed.iter().map(scalar).collect();
            }
        }
    }
    prose::values(text(field, "description"))
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

pub fn statuses(operation: &Value) -> Vec<u16> {
    let responses = object(operation, "responses").into_iter().flatten();
    responses
        .filter_map(|(status, _)| status.parse().ok())
        .filter(|status| *status != 200)
        .collect()
}
