//! References and names of components: every `$ref` resolves, and every component is used.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::openapi::schemas::{self, SchemaCase, entries};

#[test]
fn every_reference_resolves() {
    for SchemaCase { name, document, .. } in schemas::all() {
        for reference in references(document) {
            let path = reference.strip_prefix('#').expect("a reference within the document");
            assert!(document.pointer(path).is_some(), "{name}: {reference}");
        }
    }
}

#[test]
fn every_component_is_used() {
    for SchemaCase { name, document, .. } in schemas::all() {
        let used = references(document);
        for kind in ["schemas", "responses", "examples"] {
            for (component, _) in entries(&document["components"][kind]) {
                let path = format!("#/components/{kind}/{component}");
                assert!(used.contains(path.as_str()), "{name}: {path}");
            }
        }
    }
}

/// Generators write these types beside those of the document.
#[test]
fn no_schema_has_the_name_of_a_type_that_generators_write() {
    for SchemaCase { name, document, .. } in schemas::all() {
        for generated in ["ApiError", "Client", "Error", "HttpClient"] {
            let schema = document.pointer(&format!("/components/schemas/{generated}"));
            assert!(schema.is_none(), "{name}: {generated}");
        }
    }
}

fn references(value: &Value) -> BTreeSet<&str> {
    match value {
        Value::Object(members) => {
            let own = members.get("$ref").and_then(Value::as_str);
            own.into_iter().chain(members.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => BTreeSet::new(),
    }
}
