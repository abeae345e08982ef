//! What types are made of.

use super::field;
use crate::model::{Api, Choice, Shape, Type, Value};
use crate::object::Object;

/// A record, the codes of an enumeration, or the records that can stand for each other.
pub fn of(api: &Api, ty: &Type) -> Object {
    match &ty.shape {
        Shape::Record(fields) => {
            Object::new().list("record", fields.iter().map(|each| field::of(api, each)))
        }
        Shape::Enumeration(codes) => Object::new()
            .flag("integer", codes.integer)
            .list("codes", codes.values.iter().map(code)),
        Shape::Choice(choices) => {
            Object::new().list("choices", choices.iter().map(|each| choice(api, each)))
        }
    }
}

fn code(value: &Value) -> Object {
    Object::new().with("code", value.code.as_str()).with("title", value.title.as_str())
}

fn choice(api: &Api, choice: &Choice) -> Object {
    field::ty(api, choice.ty).maybe("when", choice.when.as_deref())
}
