//! References to types.

/// A type as a field or an answer names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeRef {
    /// The type, or the type of the list's items.
    pub item: Item,
    /// True for a list.
    pub list: bool,
}

impl TypeRef {
    /// True if constructors and setters take whatever can be converted into it.
    pub fn is_converted(self) -> bool {
        self.list || !matches!(self.item, Item::Boolean | Item::Integer | Item::Timestamp)
    }
}

/// A type that is not a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// Money, as an exact decimal.
    Amount,
    /// A time in Unix seconds.
    Timestamp,
    /// A type of the schema.
    Named(TypeId),
}

impl Item {
    /// The types of the language, by their names in a schema.
    pub const BUILT_IN: [(&str, Self); 5] = [
        ("string", Self::String),
        ("integer", Self::Integer),
        ("boolean", Self::Boolean),
        ("amount", Self::Amount),
        ("timestamp", Self::Timestamp),
    ];

    /// The type of the schema, if it is one.
    pub fn named(self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(id),
            _ => None,
        }
    }
}

/// A place in [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);
