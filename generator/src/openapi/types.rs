//! Types of the model as JSON Schema.

use serde_json::json;

use crate::json_object::Object;
use crate::model::{Api, Item, Shape, TypeRef};

/// The schema of a reference to a type.
pub fn of(api: &Api, ty: TypeRef) -> Object {
    let item = item(api, ty.item);
    if ty.list { list(item) } else { item }
}

/// The schema of a list.
pub fn list(item: Object) -> Object {
    Object::new().with("type", "array").with("items", item)
}

/// The schema of a single item.
pub fn item(api: &Api, item: Item) -> Object {
    let plain = |ty: &str| Object::new().with("type", ty);
    match item {
        Item::String => plain("string"),
        Item::Integer => plain("integer").with("format", "int64"),
        Item::Boolean => plain("boolean"),
        Item::Amount => plain("number").with("format", "decimal"),
        Item::Timestamp => plain("integer").with("format", "int64").with("x-unit", "unix-seconds"),
        Item::Named(id) => reference(&api.ty(id).name),
    }
}

/// True if the item is a text on the wire.
pub fn is_text(api: &Api, item: Item) -> bool {
    match item {
        Item::String => true,
        Item::Named(id) => match &api.ty(id).shape {
            Shape::Enumeration(codes) => !codes.integer,
            Shape::GatewayCodes(_) => true,
            Shape::Record(_) | Shape::Choice(_) => false,
        },
        Item::Integer | Item::Boolean | Item::Amount | Item::Timestamp => false,
    }
}

/// Points to a schema of the document.
pub fn reference(name: &str) -> Object {
    Object::new().with("$ref", format!("#/components/schemas/{name}"))
}

/// The schema or null; a reference stays separate, as code generators require.
pub fn or_null(mut schema: Object) -> Object {
    match (schema.take("type"), schema.take("$ref")) {
        (Some(ty), _) => Object::new().with("type", json!([ty, "null"])).and(schema),
        (None, name) => {
            Object::new().with("anyOf", json!([{ "$ref": name }, { "type": "null" }])).and(schema)
        }
    }
}
