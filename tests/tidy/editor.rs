//! The JSON Schema for editors, checked by an independent validator.

use jsonschema::Validator;
use portone_v1_generator::source::Sources;
use portone_v1_tests::fixture;
use serde_json::Value;

use crate::files;

fn validator() -> Validator {
    let folder = files::project().join("schema");
    let api = fixture::model(&Sources::read(&folder).expect("the schema is readable"));
    let text = portone_v1_generator::json_schema(&api);
    let schema = serde_json::from_str(&text).expect("schema.json is JSON");
    jsonschema::validator_for(&schema).expect("schema.json is a JSON Schema")
}

/// Read by another way than the generator's own reader.
fn json(text: &str) -> Value {
    serde_yaml::from_str(text).expect("it is YAML")
}

/// The files of the schema language: path and text.
fn schema_files() -> Vec<(String, String)> {
    let mut files = files::with_ending("schema", &["yaml"]);
    files.retain(|(path, _)| path.matches('/').count() > 1 || path == "schema/api.yaml");
    assert!(files.len() > 5, "the schema is there");
    files
}

#[test]
fn every_file_is_valid() {
    let validator = validator();
    for (path, text) in schema_files() {
        let document = json(&text);
        let errors = validator.iter_errors(&document);
        let errors: Vec<_> =
            errors.map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
    }
}

#[test]
fn every_file_names_it() {
    for (path, text) in schema_files() {
        let above = if path == "schema/api.yaml" { "" } else { "../" };
        let modeline = format!("# yaml-language-server: $schema={above}schema.json");
        assert_eq!(text.lines().next(), Some(modeline.as_str()), "{path}");
    }
}

const VALID: &str = "
title: 상점 API
doc: A shop.
page: shop
noun: Order
operations:
  get:
    route: GET /orders
    title: 주문 조회 API
    doc: Reads orders.
    idempotent: true
    query:
      ids?: { type: [string], title: 주문번호, doc: The numbers., max_length: 40, gateways: { nice: required } }
    returns: none
";

#[test]
fn invalid_documents_are_rejected() {
    let validator = validator();
    assert!(validator.is_valid(&json(VALID)));
    for (what, right, wrong) in [
        ("an unknown key", "    idempotent: true", "    idempotent: true\n    colour: red"),
        ("a missing doc", "    doc: Reads orders.\n", ""),
        ("a wrong word", "idempotent: true", "idempotent: ture"),
        ("a wrong kind", "max_length: 40", "max_length: forty"),
        ("a missing type", "type: [string], ", ""),
        ("a list of two", "[string]", "[string, integer]"),
        ("a wrong rule", "nice: required", "nice: mandatory"),
        ("an unknown type", "[string]", "[strnig]"),
        ("an unknown gateway", "nice: required", "nise: required"),
        ("an unknown type of a response", "returns: none", "returns: nothing"),
        ("a sentence without its end", "doc: Reads orders.", "doc: Reads orders"),
        ("an empty map", "operations:\n", "types: {}\noperations:\n"),
    ] {
        let text = VALID.replace(right, wrong);
        assert_ne!(text, VALID, "{what}");
        assert!(!validator.is_valid(&json(&text)), "{what}");
    }
}
