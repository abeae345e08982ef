//! Which JSON a type is, as far as readers of the old type care.

use crate::model::{Api, Item, Shape, TypeRef};

/// The kind of JSON on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Json {
    /// A string.
    Text,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Amount,
    /// A number of seconds.
    Time,
    /// True or false.
    Boolean,
    /// An object, or a list.
    Structure,
}

/// True if the JSON of a new type fits an old one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Each type reads all values of the other.
    Same,
    /// Some values of one are outside of the other: which.
    Partly(&'static str),
    /// It is other JSON.
    Not,
}

impl Json {
    fn of(api: &Api, ty: TypeRef) -> Self {
        if ty.list { Self::Structure } else { Self::of_item(api, ty.item) }
    }

    fn of_item(api: &Api, item: Item) -> Self {
        match item {
            Item::String => Self::Text,
            Item::Integer => Self::Integer,
            Item::Amount => Self::Amount,
            Item::Timestamp => Self::Time,
            Item::Boolean => Self::Boolean,
            Item::Named(id) => match &api.ty(id).shape {
                Shape::Enumeration(codes) if codes.integer => Self::Integer,
                Shape::Enumeration(_) | Shape::GatewayCodes(_) => Self::Text,
                Shape::Record(_) | Shape::Choice(_) => Self::Structure,
            },
        }
    }

    fn fits(self, new: Self) -> Fit {
        match (self, new) {
            (Self::Structure, _) | (_, Self::Structure) => Fit::Not,
            (old, new) if old == new => Fit::Same,
            (Self::Integer, Self::Amount) => Fit::Partly(
                "fractions such as 0.5, and numbers of more than 18 digits, are outside of the old `i64`",
            ),
            (Self::Amount, Self::Integer) => Fit::Partly(
                "fractions such as 0.5, and numbers of more than 18 digits, are outside of the new `i64`",
            ),
            (Self::Integer | Self::Amount, Self::Time) => Fit::Partly(
                "0 and what is no time in Unix seconds are outside of the new `Timestamp`",
            ),
            (Self::Time, Self::Integer | Self::Amount) => Fit::Partly(
                "0 and what is no time in Unix seconds are outside of the old `Timestamp`",
            ),
            // Texts and codes are read from every scalar.
            (Self::Text, Self::Boolean) => Fit::Partly(
                "texts other than words such as `true` and `N` are outside of the new `bool`",
            ),
            (Self::Text, _) => {
                Fit::Partly("texts that are not such a number are outside of the new type")
            }
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
