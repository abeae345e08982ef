//! Responses of an operation: their envelope, and what it holds.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fields::{field, members};
use super::json::object;
use super::schemas::{Merged, Schemas};
use super::values::{reference, type_of};
use crate::upstream::facts::{Body, FieldMap, ResponseFacts};
use crate::upstream::prose::Prose;

/// By status.
pub fn responses(schemas: &Schemas<'_>, operation: &Value) -> BTreeMap<String, ResponseFacts> {
    let all = object(operation, "responses").into_iter().flatten();
    all.map(|(status, found)| (status.clone(), response(schemas, schemas.shared(found)))).collect()
}

fn response(schemas: &Schemas<'_>, response: &Value) -> ResponseFacts {
    let described = response.as_object().map(|members| {
        let texts = members.iter().filter(|(key, _)| *key != "schema");
        texts.map(|(key, text)| (key.clone(), text.clone())).collect()
    });
    let prose = Prose::of(&Value::Object(described.unwrap_or_default()));
    let facts = response.get("schema").map(|schema| body(schemas, schema)).unwrap_or_default();
    ResponseFacts { prose, ..facts }
}

fn body(schemas: &Schemas<'_>, schema: &Value) -> ResponseFacts {
    let merged = schemas.merged(schema);
    if merged.is_envelope() {
        let beside = beside(schemas, schema, &merged);
        return ResponseFacts { body: Body::Envelope, beside, ..content(schemas, &merged) };
    }
    let alternatives = alternatives(schemas, &merged);
    if !alternatives.is_empty() {
        return ResponseFacts { body: Body::Envelope, returns: alternatives, ..Default::default() };
    }
    let members =
        if reference(schema).is_some() { FieldMap::new() } else { members(schemas, schema) };
    ResponseFacts {
        body: Body::Bare,
        returns: vec![type_of(schema)],
        members,
        ..Default::default()
    }
}

/// The content of an envelope.
fn content(schemas: &Schemas<'_>, envelope: &Merged<'_>) -> ResponseFacts {
    let Some(content) = envelope.get("response") else { return ResponseFacts::default() };
    let members = field(schemas, content, false, 0).members;
    ResponseFacts { returns: vec![type_of(content)], members, ..Default::default() }
}

/// The types of an answer that is shown as an object with one alternative in each property.
fn alternatives(schemas: &Schemas<'_>, merged: &Merged<'_>) -> Vec<String> {
    let envelopes = merged.properties.iter().map(|(_, property)| schemas.merged(property));
    let inside = envelopes.filter(Merged::is_envelope);
    let mut types: Vec<String> =
        inside.filter_map(|one| one.get("response").map(type_of)).collect();
    types.sort();
    types.dedup();
    types
}

/// The members of an envelope beside `response`; its own code and message only where they are spelled out.
fn beside(schemas: &Schemas<'_>, schema: &Value, envelope: &Merged<'_>) -> FieldMap {
    let usual = |name: &str| name == "code" || name == "message";
    let is_named = reference(schema).is_some();
    let properties = envelope.properties.iter().enumerate();
    let beside = properties.filter(|(_, (name, _))| *name != "response");
    let beside = beside.filter(|(_, (name, _))| !(is_named && usual(name)));
    beside
        .map(|(place, (name, property))| {
            let required = envelope.required.contains(name);
            ((*name).to_owned(), field(schemas, property, required, place))
        })
        .collect()
}
