//! Fields: members of bodies and records, and the schema of a parameter.

use super::{extensions, prose, types};
use crate::json_object::Object;
use crate::model::{Api, Field};
use crate::wire_value;

/// An object's type, its required members and all members.
pub fn members(api: &Api, fields: &[&Field], answered: bool) -> Object {
    let required = fields.iter().filter(|field| field.required);
    let members = fields.iter().map(|field| (&field.wire, member(api, field, answered)));
    Object::new()
        .with("type", "object")
        .list("required", required.map(|field| field.wire.as_str()))
        .with("properties", members.collect::<Object>())
}

fn member(api: &Api, field: &Field, answered: bool) -> Object {
    named(api, field, answered && !field.required)
        .with("description", prose::field(field))
        .flag("deprecated", field.is_deprecated())
        .and(extensions::field(field))
}

/// Type, limits, title and default.
pub fn schema(api: &Api, field: &Field) -> Object {
    named(api, field, false)
}

fn named(api: &Api, field: &Field, nullable: bool) -> Object {
    let schema = limited(api, field);
    let schema = if nullable { types::or_null(schema) } else { schema };
    schema.with("title", field.title.as_str()).maybe("default", wire_value::default(api, field))
}

/// The limits of a list are those of its items.
fn limited(api: &Api, field: &Field) -> Object {
    if field.ty.list {
        let item = types::item(api, field.ty.item);
        return types::list(item.and(limits(field)));
    }
    types::of(api, field.ty).and(limits(field))
}

fn limits(field: &Field) -> Object {
    Object::new()
        .maybe("maxLength", field.max_length)
        .maybe("minimum", field.minimum)
        .maybe("maximum", field.maximum)
}
