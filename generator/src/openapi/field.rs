//! Fields: members of bodies and records, and the schema of a parameter.

use super::{extensions, prose, types};
use crate::json_object::Object;
use crate::model::{Api, Field, Item};

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
        .and(extensions::field(api, field))
}

/// Type and limits. Null counts as omitted, and a URL has none.
pub fn schema(api: &Api, field: &Field, usage: FieldUse) -> Object {
    let schema = limited(api, field, usage, field.required && usage != FieldUse::Answer);
    let nullable = !field.required && usage != FieldUse::Url;
    if nullable { types::or_null(schema) } else { schema }
}

/// The schema of a member of a body that has a value.
pub fn given(api: &Api, field: &Field) -> Object {
    limited(api, field, FieldUse::Body, true)
}

/// The limits of a list are those of its items. Empty texts, codes and lists count as omitted.
fn limited(api: &Api, field: &Field, usage: FieldUse, given: bool) -> Object {
    if field.ty.list {
        let item = types::item(api, field.ty.item);
        let list = types::list(item.and(limits(field)));
        return list.maybe("minItems", given.then_some(1));
    }
    let limits = types::of(api, field.ty).and(limits(field));
    match field.ty.item {
        Item::Amount if usage == FieldUse::Answer => limits,
        // The amount 0 counts as omitted if one is required.
        Item::Amount if field.required => limits.with("exclusiveMinimum", 0),
        Item::Amount => limits.with("minimum", 0),
        item => limits.maybe("minLength", (given && types::is_text(api, item)).then_some(1)),
    }
}

/// Codes have no greatest length: they are listed.
fn limits(field: &Field) -> Object {
    let is_text = field.ty.item == Item::String;
    Object::new()
        .maybe("maxLength", field.max_length.filter(|_| is_text))
        .maybe("minimum", field.minimum)
        .maybe("maximum", field.maximum)
}
