//! Sample requests and responses, a function of the types alone: no personal data, and no randomness.

mod values;

use serde_json::{Map, Value};
pub use values::MOMENT;

use crate::model::{Api, Condition, Field, Item, Shape, TypeId, TypeRef};
use crate::wire_value;

/// The required members of a request, the first of each group of alternatives, and what their codes require.
pub fn required(api: &Api, members: &[&Field], one_of: &[Vec<String>]) -> Map<String, Value> {
    let is_first = |field: &Field| one_of.iter().any(|group| group.first() == Some(&field.wire));
    let is_required = |field: &Field| field.required || is_first(field);
    let required = record(api, members.iter().copied().filter(|field| is_required(field)), &[]);
    let is_conditional = |field: &Field| {
        let mut conditions = field.conditions.iter();
        conditions.any(|condition| is_met(condition, required.get(&condition.wire)))
    };
    let all = members.iter().copied().filter(|field| is_required(field) || is_conditional(field));
    record(api, all, &[])
}

/// True if a value of the other field is one that makes a field required.
pub fn is_met(condition: &Condition, value: Option<&Value>) -> bool {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    value.is_some_and(|value| condition.codes.contains(&text(value)))
}

/// All members of a request, without deprecated ones.
pub fn full(api: &Api, members: &[&Field]) -> Map<String, Value> {
    record(api, members.iter().copied().filter(|field| is_included(field)), &[])
}

/// The content of a successful envelope.
pub fn response(api: &Api, returns: TypeRef) -> Value {
    reference(api, returns, &[], |item| values::plain("", item)).unwrap_or_default()
}

/// The `error` in the envelope of a rejection.
pub fn error(api: &Api, id: TypeId) -> Value {
    named(api, id, &[]).unwrap_or_default()
}

/// A value for a field; `None` if its type contains itself without end.
pub fn field(api: &Api, field: &Field) -> Option<Value> {
    member(api, field, &[])
}

fn member(api: &Api, field: &Field, above: &[TypeId]) -> Option<Value> {
    if let Some(default) = wire_value::default(api, field) {
        return Some(default);
    }
    reference(api, field.ty, above, |item| values::of(field, item))
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

/// A value of a named type; a record within itself ends the sample.
fn named(api: &Api, id: TypeId, above: &[TypeId]) -> Option<Value> {
    if above.contains(&id) {
        return None;
    }
    let above = [above, &[id]].concat();
    match &api.ty(id).shape {
        Shape::Record(fields) => {
            let included = fields.iter().filter(|field| is_included(field));
            Some(Value::Object(record(api, included, &above)))
        }
        Shape::Enumeration(codes) => values::code(codes),
        Shape::GatewayCodes(codes) => codes.first().map(Value::from),
        Shape::Choice(choices) => named(api, choices.first()?.ty.item.named()?, &above),
    }
}

fn record<'f>(
    api: &Api,
    fields: impl Iterator<Item = &'f Field>,
    above: &[TypeId],
) -> Map<String, Value> {
    let member = |field: &Field| Some((field.wire.clone(), member(api, field, above)?));
    fields.filter_map(member).collect()
}

/// True unless the docs advise against an optional field.
fn is_included(field: &Field) -> bool {
    (field.required || !field.is_deprecated()) && values::shows(field)
}
