//! Which JSON a type is, as far as readers of the old type care.

use crate::model::{Api, Item, Shape, TypeRef};

/// The kind of JSON on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Json {
    /// A string.
    Text,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// An object, or a list.
    Structure,
}

/// True if the JSON of a new type fits an old one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It is the same.
    Same,
    /// It is other JSON, which the old type reads all the same.
    Read,
    /// It is other JSON.
    Not,
}

impl Json {
    /// The kind of JSON that a type is on the wire.
    pub fn of(api: &Api, ty: TypeRef) -> Self {
        if ty.list { Self::Structure } else { Self::of_item(api, ty.item) }
    }

    fn of_item(api: &Api, item: Item) -> Self {
        match item {
            Item::String => Self::Text,
            Item::Integer | Item::Amount | Item::Timestamp => Self::Number,
            Item::Boolean => Self::Boolean,
            Item::Named(id) => match &api.ty(id).shape {
                Shape::Enumeration(codes) if codes.integer => Self::Number,
                Shape::Enumeration(_) | Shape::GatewayCodes(_) => Self::Text,
                Shape::Record(_) | Shape::Choice(_) => Self::Structure,
            },
        }
    }

    fn fits(self, new: Self) -> Fit {
        match (self, new) {
            // Texts and codes are read from every scalar.
            (_, Self::Structure) | (Self::Structure, _) => Fit::Not,
            (old, new) if old == new => Fit::Same,
            (Self::Text, _) => Fit::Read,
            _ => Fit::Not,
        }
    }
}

/// True if the JSON of a new type fits an old one.
pub fn fit(before: (&Api, TypeRef), after: (&Api, TypeRef)) -> Fit {
    let ((before, old), (after, new)) = (before, after);
    if old.list && new.list {
        return Json::of_item(before, old.item).fits(Json::of_item(after, new.item));
    }
    Json::of(before, old).fits(Json::of(after, new))
}
