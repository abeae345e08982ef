//! The committed document is up to date, as JSON and as YAML.

use std::fs;

use portone_v1_generator::{openapi, openapi_yaml};
use serde_json::Value;

use crate::openapi::schemas;

#[test]
fn the_committed_document_is_up_to_date() {
    let path = schemas::folder().join("openapi.json");
    let committed = fs::read_to_string(path).expect("schema/openapi.json is committed");
    let current = openapi::json(&schemas::real().api);
    assert!(committed == current, "schema/openapi.json is stale: run `cargo xtask generate`");
}

#[test]
fn generate_may_overwrite_it() {
    let json = openapi::json(&schemas::real().api);
    assert!(json.lines().take(3).any(|line| line.contains("@generated")));
}

#[test]
fn yaml_and_json_are_equivalent() {
    for case in schemas::all() {
        let yaml = openapi_yaml(&case.document).expect("the document is YAML");
        let read: Value = serde_yaml::from_str(&yaml).expect("what was written can be read");
        assert!(read == case.document, "{}", case.name);
    }
}
