//! The kinds of findings about parameters and about members of records.

use crate::upstream::finding::Kind;

/// The kinds of findings about parameters or about members of records.
pub struct Kinds {
    /// A new one.
    pub added: Kind,
    /// One that is no longer documented.
    pub hidden: Kind,
    /// One with another name.
    pub renamed: Kind,
    /// One that is documented again.
    pub documented: Kind,
}

/// The kinds about parameters.
pub const PARAMETER: Kinds = Kinds {
    added: Kind::ParameterAdded,
    hidden: Kind::ParameterHidden,
    renamed: Kind::ParameterRenamed,
    documented: Kind::ParameterDocumented,
};
/// The kinds about members of records.
pub const MEMBER: Kinds = Kinds {
    added: Kind::FieldAdded,
    hidden: Kind::FieldHidden,
    renamed: Kind::FieldRenamed,
    documented: Kind::FieldDocumented,
};
