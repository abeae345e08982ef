//! Example requests and answers, made from the types alone: the same every time, and of nobody.

use serde_json::{Map, Value, json};

use super::{field as fields, samples};
use crate::json_object::Object;
use crate::model::{Api, Field, Item, Shape, TypeId, TypeRef};

/// A request with what is required, and one with everything.
pub fn requests(api: &Api, members: &[&Field]) -> Object {
    let (required, full) = (record(api, required(members), &[]), record(api, used(members), &[]));
    let minimal = (!required.is_empty() && required.len() < full.len())
        .then(|| example("What is required.", required));
    Object::new().maybe("required", minimal).with("full", example("Every parameter.", full))
}

fn example(summary: &str, value: Map<String, Value>) -> Object {
    Object::new().with("summary", summary).with("value", value)
}

/// The envelope of a success.
pub fn answer(api: &Api, returns: Option<TypeRef>) -> Object {
    let response = returns.map(|ty| response(api, ty)).unwrap_or_default();
    Object::new().with("code", 0).with("message", Value::Null).with("response", response)
}

/// The content of a successful envelope.
pub fn response(api: &Api, returns: TypeRef) -> Value {
    reference(api, returns, &[], |item| samples::plain("", item)).unwrap_or_default()
}

/// The envelope of a refusal.
pub fn refusal() -> Value {
    json!({ "code": 1, "message": "거절 사유", "response": null })
}

/// A value for a field; `None` when there is none that ends.
pub fn field(api: &Api, field: &Field) -> Option<Value> {
    member(api, field, &[])
}

fn member(api: &Api, field: &Field, above: &[TypeId]) -> Option<Value> {
    if let Some(default) = fields::default(api, field) {
        return Some(default);
    }
    reference(api, field.ty, above, |item| samples::of(field, item))
}

fn reference(
    api: &Api,
    ty: TypeRef,
    above: &[TypeId],
    plain: impl Fn(Item) -> Value,
) -> Option<Value> {
    let item = match ty.item {
        Item::Named(id) => named(api, id, above),
        item => Some(plain(item)),
    };
    if ty.list { Some(item.into_iter().collect()) } else { item }
}

/// A record within itself is where an example ends.
fn named(api: &Api, id: TypeId, above: &[TypeId]) -> Option<Value> {
    if above.contains(&id) {
        return None;
    }
    let above = [above, &[id]].concat();
    match &api.ty(id).shape {
        Shape::Record(fields) => {
            Some(Value::Object(record(api, used(&fields.iter().collect::<Vec<_>>()), &above)))
        }
        Shape::Enumeration(codes) => samples::code(codes),
        Shape::Choice(choices) => named(api, choices.first()?.ty.item.named()?, &above),
    }
}

fn record(api: &Api, fields: Vec<&Field>, above: &[TypeId]) -> Map<String, Value> {
    let member = |field: &&Field| Some((field.wire.clone(), member(api, field, above)?));
    fields.iter().filter_map(member).collect()
}

fn required<'f>(fields: &[&'f Field]) -> Vec<&'f Field> {
    fields.iter().copied().filter(|field| field.required).collect()
}

/// Nobody should learn from an example what the docs advise against.
fn used<'f>(members: &[&'f Field]) -> Vec<&'f Field> {
    let keep = |field: &&Field| field.required || !fields::is_deprecated(field);
    members.iter().copied().filter(keep).filter(|field| samples::shows(field)).collect()
}
