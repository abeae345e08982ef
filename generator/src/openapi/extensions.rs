//! Extensions (`x-…`) for facts about money that OpenAPI cannot express.

use serde_json::Value;

use super::operation_id;
use crate::json_object::Object;
use crate::model::{
    Api, Field, GatewayRule, NotFound, Omission, Operation, Privacy, Reconcile, Requirement,
};
use crate::wire_value;

/// Gateways, retry and the docs' own name of an operation.
pub fn operation(api: &Api, operation: &Operation) -> Object {
    let notes = operation.notes.iter();
    let notes = notes.map(|(gateway, note)| (gateway.code.as_str(), note.as_str()));
    let gateways = operation.gateways.iter().map(|gateway| gateway.code.as_str());
    Object::new()
        .with("x-portone-idempotent", operation.idempotent)
        .list("x-portone-reconcile", operation.reconcile.iter().map(|entry| reconcile(api, entry)))
        .list("x-portone-not-found", operation.not_found.iter().map(not_found))
        .list("x-portone-one-of", operation.one_of.iter().cloned())
        .list("x-portone-gateways", gateways)
        .nested("x-portone-gateway-notes", notes.collect())
        .maybe("x-portone-docs-id", operation.docs_id.as_deref())
        .maybe("x-undocumented-since", operation.undocumented_since.as_deref())
}

/// A read that determines the outcome of a request, and the sources of its parameters.
fn reconcile(api: &Api, entry: &Reconcile) -> Object {
    let keys = entry.keys.iter();
    Object::new()
        .with("operationId", operation_id::of(&api.operation_name(entry.read)))
        .with("by", keys.map(|key| (&key.parameter, key.wire.as_str())).collect::<Object>())
        .with("expect", entry.expect.word())
}

/// A response that proves that there is no record.
fn not_found(response: &NotFound) -> Object {
    Object::new().with("status", response.status).list("codes", response.codes.iter().copied())
}

/// Secrecy, rules and history of a field.
///
/// The default is not a `default`: clients that are generated from one send it, where the gateway may refuse it or
/// take it for the merchant's own choice.
pub fn field(api: &Api, field: &Field) -> Object {
    let conditions = field.conditions.iter();
    let conditions = conditions.map(|condition| (&condition.wire, condition.codes.clone()));
    Object::new()
        .with("x-portone-title", field.title.as_str())
        .maybe("x-portone-default", wire_value::default(api, field))
        .flag("x-secret", field.privacy == Privacy::Secret)
        .flag("x-personal", field.privacy == Privacy::Personal)
        .nested("x-portone-gateways", gateways(field))
        .nested("x-portone-required-when", conditions.collect())
        .maybe("x-portone-omitted", field.omitted.as_ref().map(omitted))
        .flag("x-portone-essential", field.essential)
        .flag("x-portone-documented-required", field.documented_required && !field.required)
        .maybe("x-undocumented-since", field.undocumented_since.as_deref())
}

/// A sentence, or an object where leaving it out by accident does harm.
fn omitted(omission: &Omission) -> Value {
    let Some(explicit) = &omission.explicit else { return omission.means.as_str().into() };
    Object::new().with("means", omission.means.as_str()).with("risk", explicit.risk.word()).into()
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
