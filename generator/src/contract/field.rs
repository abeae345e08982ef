//! Parameters, and members of records.

use crate::json_object::Object;
use crate::model::{Api, Condition, Field, Item, Privacy, TypeRef};

/// Name, type, and constraints of the value.
pub fn of(api: &Api, field: &Field) -> Object {
    let rules = field
        .rules
        .iter()
        .filter_map(|rule| Some((rule.gateway.code.as_str(), rule.requirement?.word())));
    Object::new()
        .with("name", field.wire.as_str())
        .and(ty(api, field.ty))
        .flag("required", field.required)
        .flag("absent", field.documented_required && !field.required)
        .flag("secret", field.privacy == Privacy::Secret)
        .maybe("max_length", field.max_length)
        .maybe("minimum", field.minimum)
        .maybe("maximum", field.maximum)
        .maybe("default", field.default.as_deref())
        .nested("gateways", rules.collect())
        .maybe("others", field.others.map(|requirement| requirement.word()))
        .list("when", field.conditions.iter().map(condition))
}

/// A type by its word or its docs' name, and whether there is a list of it.
pub fn ty(api: &Api, ty: TypeRef) -> Object {
    Object::new().with("type", word(api, ty.item)).flag("list", ty.list)
}

/// The word of a type, or its docs' name.
pub fn word(api: &Api, item: Item) -> &str {
    match item {
        Item::String => "string",
        Item::Integer => "integer",
        Item::Boolean => "boolean",
        Item::Amount => "amount",
        Item::Timestamp => "timestamp",
        Item::Named(id) => &api.ty(id).docs_name,
    }
}

fn condition(condition: &Condition) -> Object {
    Object::new()
        .with("name", condition.wire.as_str())
        .list("codes", condition.codes.iter().map(String::as_str))
}
