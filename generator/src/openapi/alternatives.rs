//! Members of a body of which one is required, and members that the code of another one requires.
//!
//! Each rule is an `anyOf` of its own within `allOf`. Code generators read that as a union or leave it out, while
//! some of them drop all members beside an `anyOf`, and validators take the `then` of an `if` for the whole body.

use super::field;
use crate::json_object::Object;
use crate::model::{Api, Condition, Field, Item, Operation};
use crate::wire_value;

/// The rules of a body.
pub fn of(api: &Api, operation: &Operation, fields: &[&Field]) -> Vec<Object> {
    let one_of = groups(operation, fields).map(|group| {
        let members = fields.iter().filter(|field| group.contains(&field.wire));
        any_of(members.map(|field| given([(&field.wire, not_blank(api, field))])))
    });
    one_of.chain(required_when(api, fields)).collect()
}

/// The rules of members that the codes of others require.
pub fn required_when(api: &Api, fields: &[&Field]) -> Vec<Object> {
    conditions(fields).into_iter().filter_map(|condition| when(api, condition, fields)).collect()
}

/// The groups of members of each of which one is required, if all are in the body.
pub fn groups<'o>(
    operation: &'o Operation,
    fields: &[&Field],
) -> impl Iterator<Item = &'o Vec<String>> {
    let in_body = |name: &String| fields.iter().any(|field| field.wire == *name);
    operation.one_of.iter().filter(move |group| group.iter().all(in_body))
}

/// The conditions of all members, each once.
fn conditions<'f>(fields: &[&'f Field]) -> Vec<&'f Condition> {
    let mut found: Vec<&Condition> = Vec::new();
    for condition in fields.iter().flat_map(|field| &field.conditions) {
        if !found.contains(&condition) {
            found.push(condition);
        }
    }
    found
}

/// Another code, or every member that this one requires.
fn when(api: &Api, condition: &Condition, fields: &[&Field]) -> Option<Object> {
    let other = fields.iter().find(|field| field.wire == condition.wire)?;
    let codes =
        condition.codes.iter().filter_map(|code| wire_value::typed(api, other.ty.item, code));
    let not = Object::new().with("not", Object::new().list("enum", codes));
    let unmet = Object::new().with("properties", Object::new().with(&other.wire, not));
    let required = fields.iter().filter(|field| field.conditions.contains(condition));
    let required = required.map(|field| (&field.wire, field::given(api, field)));
    Some(any_of([unmet, given(required)]))
}

/// Blank texts count as omitted here.
fn not_blank(api: &Api, field: &Field) -> Object {
    let schema = field::given(api, field);
    if field.ty.item == Item::String && !field.ty.list {
        schema.with("pattern", r"\S")
    } else {
        schema
    }
}

/// Members that have a value.
fn given<'f>(members: impl IntoIterator<Item = (&'f String, Object)>) -> Object {
    let members: Vec<_> = members.into_iter().collect();
    Object::new()
        .list("required", members.iter().map(|(name, _)| name.as_str()))
        .with("properties", members.into_iter().collect::<Object>())
}

fn any_of(schemas: impl IntoIterator<Item = Object>) -> Object {
    Object::new().list("anyOf", schemas)
}
