//! The records of a document.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::fields::members;
use super::schemas::Schemas;
use super::values::references;
use crate::upstream::facts::FieldMap;

/// The records that some operation carries: not the envelopes, and not what nothing names.
pub fn types(schemas: &Schemas<'_>, paths: &Value) -> BTreeMap<String, FieldMap> {
    let named = transitive(schemas, paths);
    let records = schemas.definitions().filter(|(name, definition)| {
        named.contains(name.as_str()) && !schemas.merged(definition).is_envelope()
    });
    records.map(|(name, definition)| (name.clone(), members(schemas, definition))).collect()
}

/// The names of all definitions that a value refers to, directly or through others.
fn transitive(schemas: &Schemas<'_>, value: &Value) -> BTreeSet<String> {
    let definitions: BTreeMap<&String, &Value> = schemas.definitions().collect();
    let mut named = BTreeSet::new();
    let mut pending = references(value);
    while let Some(name) = pending.pop() {
        if named.insert(name.to_owned()) {
            let definition = definitions.get(&name.to_owned());
            pending.extend(definition.map(|definition| references(definition)).unwrap_or_default());
        }
    }
    named
}
