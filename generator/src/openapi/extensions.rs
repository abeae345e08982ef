//! What money depends on and OpenAPI has no word for: `x-…`.

use super::object::Object;
use crate::model::{Field, GatewayRule, Operation, Requirement};

/// Gateways, retry and the docs' own name of an operation.
pub fn operation(operation: &Operation) -> Object {
    let notes = operation.notes.iter();
    let notes = notes.map(|(gateway, note)| (gateway.code.as_str(), note.as_str()));
    let gateways = operation.gateways.iter().map(|gateway| gateway.code.as_str());
    Object::new()
        .with("x-portone-retry", if operation.repeatable { "safe" } else { "never" })
        .list("x-portone-gateways", gateways)
        .nested("x-portone-gateway-notes", notes.collect())
        .maybe("x-portone-docs-id", operation.docs_id.as_deref())
        .maybe("x-undocumented-since", operation.undocumented_since.as_deref())
}

/// Secrecy, rules and history of a field.
pub fn field(field: &Field) -> Object {
    let conditions = field.conditions.iter();
    let conditions = conditions.map(|condition| (&condition.wire, condition.codes.clone()));
    Object::new()
        .flag("x-redacted", field.privacy.hidden())
        .nested("x-portone-gateways", gateways(field))
        .nested("x-portone-required-when", conditions.collect())
        .maybe("x-portone-omitted", field.omitted.as_ref().map(|omitted| omitted.means.as_str()))
        .flag("x-portone-documented-required", field.documented_required && !field.required)
        .maybe("x-undocumented-since", field.undocumented_since.as_deref())
}

fn gateways(field: &Field) -> Object {
    let rules = field.rules.iter().map(|rule| (rule.gateway.code.as_str(), one(rule)));
    let others = field.others.map(|others| ("others", Object::new().with("rule", others.word())));
    rules.chain(others).collect()
}

fn one(rule: &GatewayRule) -> Object {
    Object::new()
        .maybe("rule", rule.requirement.map(Requirement::word))
        .maybe("doc", rule.doc.as_deref())
}
