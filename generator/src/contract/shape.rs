//! The shapes of types.

use super::field;
use crate::json_object::Object;
use crate::model::{Api, EnumValue, Shape, Type};

/// A record, or the codes of an enumeration. An answer that is one of several records is made as that
/// one, so nobody has to know which there are.
pub fn of(api: &Api, ty: &Type) -> Option<Object> {
    match &ty.shape {
        Shape::Record(fields) => {
            Some(Object::new().list("record", fields.iter().map(|each| field::of(api, each))))
        }
        Shape::Enumeration(codes) => Some(
            Object::new()
                .flag("integer", codes.integer)
                .list("codes", codes.values.iter().map(code)),
        ),
        Shape::Choice(_) => None,
    }
}

fn code(value: &EnumValue) -> Object {
    Object::new().with("code", value.code.as_str()).with("title", value.title.as_str())
}
