//! Texts of the schema, such as codes and defaults, as JSON values on the wire.

use serde_json::{Number, Value};

use crate::model::{Api, Enumeration, Field, Item, Shape};

/// The default of the server for an omitted field.
pub fn default(api: &Api, field: &Field) -> Option<Value> {
    let text = field.default.as_deref().filter(|_| !field.ty.list)?;
    typed(api, field.ty.item, text)
}

/// A text as a value of a type; `None` if the type cannot hold it.
pub fn typed(api: &Api, item: Item, text: &str) -> Option<Value> {
    match item {
        Item::String => Some(text.into()),
        Item::Boolean => text.parse::<bool>().ok().map(Value::from),
        Item::Integer | Item::Timestamp => text.parse::<i64>().ok().map(Value::from),
        Item::Amount => text.parse::<Number>().ok().map(Value::from),
        Item::Named(id) => match &api.ty(id).shape {
            Shape::Enumeration(codes) => Some(code(codes, text)),
            Shape::GatewayCodes(_) => Some(text.into()),
            _ => None,
        },
    }
}

/// A code of an enumeration: an integer or a string.
pub fn code(codes: &Enumeration, text: &str) -> Value {
    match text.parse::<i64>() {
        Ok(number) if codes.integer => number.into(),
        _ => text.into(),
    }
}
