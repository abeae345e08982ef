//! The handlers of operations, and the response of an operation without one.

#[path = "../../src/sections/example.rs"]
mod example;

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

fn contract() -> Value {
    serde_json::from_str(include_str!("../../contract.json")).unwrap()
}

/// The operations of the contract.
pub fn operations() -> Vec<Value> {
    contract()["operations"].as_array().unwrap().clone()
}

/// The operations in the tables of handlers: `("section.operation", handler)`.
pub fn handled() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/sections");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let texts: Vec<_> = files.map(|path| fs::read_to_string(path).unwrap()).collect();
    let tables = texts.iter().filter_map(|text| text.split_once("[OperationHandler] ="));
    let tables = tables.map(|(_, rest)| rest.split_once(';').unwrap().0);
    let entries = tables.flat_map(|table| table.split('(').skip(1));
    entries.map(|entry| entry.split('"').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn every_handler_belongs_to_an_operation() {
    let (operations, handled) = (operations(), handled());
    assert!(handled.len() > 50, "{handled:?}");
    let known: BTreeSet<_> =
        operations.iter().map(|known| known["name"].as_str().unwrap()).collect();
    let mut seen = BTreeSet::new();
    for name in &handled {
        assert!(known.contains(name.as_str()), "{name}");
        assert!(seen.insert(name), "{name} has two handlers");
    }
}

#[test]
fn every_response_and_rejection_has_an_example() {
    let contract = contract();
    for operation in operations() {
        for ty in [&operation["returns"]["type"], &operation["error"]] {
            let Some(ty) = ty.as_str() else { continue };
            assert!(!contract["examples"][ty].is_null(), "{}: {ty}", operation["name"]);
        }
    }
}

#[test]
fn example_response_uses_values_of_the_request() {
    let operations = operations();
    let operation = operations.iter().find(|known| known["name"] == "vbanks.issue").unwrap();
    let values = json!({ "merchant_uid": "order-7", "amount": 500, "vbank_key": "unanswered" });
    let returned = operation["returns"]["type"].as_str().unwrap();
    let documented = contract()["examples"][returned].clone();
    let response = example::with_values(documented, values.as_object().unwrap());
    assert_eq!((&response["merchant_uid"], &response["amount"]), (&json!("order-7"), &json!(500)));
    assert_eq!((&response["currency"], response.get("vbank_key")), (&json!("KRW"), None));
}
