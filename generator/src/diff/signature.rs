//! The Rust signatures of the types of the model.

use crate::model::{Api, Field, Item, TypeRef};

/// A whole reference: `Vec<Decimal>`.
pub fn whole(api: &Api, ty: TypeRef) -> String {
    let item = item(api, ty.item);
    if ty.list { format!("Vec<{item}>") } else { item }
}

/// A public field of a record that is sent, or only received.
pub fn member(api: &Api, field: &Field, sent: bool) -> String {
    let whole = whole(api, field.ty);
    let plain = if sent { field.required } else { field.always_read() || field.ty.list };
    if plain { whole } else { format!("Option<{whole}>") }
}

/// The type of an argument of `new` or of a setter.
pub fn argument(api: &Api, field: &Field) -> String {
    let item = item(api, field.ty.item);
    match (field.ty.list, field.ty.item) {
        (true, _) => format!("impl IntoIterator<Item = impl Into<{item}>>"),
        (false, Item::Boolean | Item::Integer | Item::Timestamp) => item,
        (false, _) => format!("impl Into<{item}>"),
    }
}

fn item(api: &Api, item: Item) -> String {
    match item {
        Item::String => "String".to_owned(),
        Item::Integer => "i64".to_owned(),
        Item::Boolean => "bool".to_owned(),
        Item::Amount => "Decimal".to_owned(),
        Item::Timestamp => "Timestamp".to_owned(),
        Item::Named(id) => api.ty(id).name.clone(),
    }
}
