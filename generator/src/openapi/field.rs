//! Fields: members of bodies and records, and the schema of a parameter.

use super::{extensions, prose, types};
use crate::json_object::Object;
use crate::model::{Api, Field, Item};
use crate::wire_value;

/// The use of a field, on which its limits depend.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FieldUse {
    /// The path or the query of a request.
    Url,
    /// The body of a request.
    Body,
    /// An answer, and perhaps the body of a request, too.
    Answer,
}

/// An object's type, its required members and all members.
pub fn members(api: &Api, fields: &[&Field], usage: FieldUse) -> Object {
    let required = fields.iter().filter(|field| field.required);
    let members = fields.iter().map(|field| (&field.wire, member(api, field, usage)));
    Object::new()
        .with("type", "object")
        .list("required", required.map(|field| field.wire.as_str()))
        .with("properties", members.collect::<Object>())
}

fn member(api: &Api, field: &Field, usage: FieldUse) -> Object {
    schema(api, field, usage)
        .with("description", prose::field(field))
        .flag("deprecated", field.is_deprecated())
        .and(extensions::field(field))
}

/// Type, limits, title and default. Null counts as omitted, and a URL has none.
pub fn schema(api: &Api, field: &Field, usage: FieldUse) -> Object {
    let schema = limited(api, field, usage);
    let nullable = !field.required && usage != FieldUse::Url;
    let schema = if nullable { types::or_null(schema) } else { schema };
    schema.with("title", field.title.as_str()).maybe("default", wire_value::default(api, field))
}

/// The limits of a list are those of its items.
fn limited(api: &Api, field: &Field, usage: FieldUse) -> Object {
    let is_required = field.required && usage != FieldUse::Answer;
    if field.ty.list {
        let item = types::item(api, field.ty.item);
        let list = types::list(item.and(limits(field)));
        return list.maybe("minItems", is_required.then_some(1));
    }
    let limits = types::of(api, field.ty).and(limits(field));
    match field.ty.item {
        // An empty text counts as omitted, and so does the amount 0 if one is required.
        Item::String => limits.maybe("minLength", is_required.then_some(1)),
        Item::Amount if is_required => limits.with("exclusiveMinimum", 0),
        Item::Amount if usage != FieldUse::Answer => limits.with("minimum", 0),
        _ => limits,
    }
}

fn limits(field: &Field) -> Object {
    Object::new()
        .maybe("maxLength", field.max_length)
        .maybe("minimum", field.minimum)
        .maybe("maximum", field.maximum)
}
