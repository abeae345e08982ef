//! The same document as OpenAPI 3.0.

use portone_v1_generator::openapi;
use serde_json::{Value, json};

use crate::openapi::schemas::{self, entries};

#[test]
fn only_keywords_of_3_0_are_left() {
    for case in schemas::all() {
        let older = openapi::document_3_0(&case.api);
        assert_eq!(older["openapi"], "3.0.3");
        assert_eq!(older.pointer("/info/license/identifier"), None);
        assert_eq!(newer(&older, ""), [] as [String; 0], "{}", case.name);
    }
}

#[test]
fn nullable_values_stay_nullable() {
    for case in schemas::all() {
        let older = openapi::document_3_0(&case.api);
        let nullable = count(&older, &|key, value| key == "nullable" && *value == true);
        let or_null = count(&case.document, &|key, value| match key {
            "type" => has(value, &json!("null")),
            "anyOf" => has(value, &json!({ "type": "null" })),
            _ => false,
        });
        assert_eq!(nullable, or_null, "{}", case.name);
    }
}

#[test]
fn paths_and_components_stay() {
    let newer = &schemas::real().document;
    let older = openapi::document_3_0(&schemas::real().api);
    let names = |document: &Value, pointer: &str| {
        let found = document.pointer(pointer).expect("it is in both");
        entries(found).map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
    };
    for pointer in ["/paths", "/components/schemas", "/components/responses"] {
        assert_eq!(names(&older, pointer), names(newer, pointer));
    }
}

#[test]
fn keywords_are_those_of_3_0() {
    let older = openapi::document_3_0(&schemas::real().api);
    let at = |pointer: &str| older.pointer(pointer).expect("it is there");
    let payment = "/components/schemas/Payment/properties";
    let receipt = at(&format!("{payment}/receipt_url"));
    assert_eq!((&receipt["type"], &receipt["nullable"]), (&json!("string"), &json!(true)));
    let gateway = at(&format!("{payment}/pg_provider"));
    let reference = json!([{ "$ref": "#/components/schemas/Gateway" }]);
    assert_eq!((&gateway["allOf"], &gateway["nullable"]), (&reference, &json!(true)));
    assert_eq!(at("/components/schemas/CashReceiptType")["example"], "person");
}

fn has(list: &Value, item: &Value) -> bool {
    list.as_array().is_some_and(|items| items.contains(item))
}

/// Examples and extensions may look like anything.
fn is_data(key: &str) -> bool {
    ["default", "example", "value"].contains(&key) || key.starts_with("x-")
}

fn count(value: &Value, counts: &dyn Fn(&str, &Value) -> bool) -> usize {
    match value {
        Value::Object(members) => {
            let members = members.iter().filter(|(key, value)| !is_data(key) || value.is_object());
            members.map(|(key, value)| usize::from(counts(key, value)) + count(value, counts)).sum()
        }
        Value::Array(items) => items.iter().map(|item| count(item, counts)).sum(),
        _ => 0,
    }
}

/// The places of what came with 3.1.
fn newer(value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Value::Object(members) = value {
        let alone = !members.contains_key("$ref") || members.len() == 1;
        let single = !members.get("type").is_some_and(Value::is_array);
        let listed = members.get("examples").is_some_and(Value::is_array);
        if !alone || !single || listed || members.get("type") == Some(&json!("null")) {
            found.push(place.to_owned());
        }
    }
    let below = |key: &str, value: &Value| newer(value, &format!("{place}/{key}"));
    match value {
        Value::Object(members) => {
            let members = members.iter().filter(|(key, _)| !is_data(key));
            found.extend(members.flat_map(|(key, value)| below(key, value)));
        }
        Value::Array(items) => found.extend(items.iter().flat_map(|item| below("*", item))),
        _ => {}
    }
    found
}
