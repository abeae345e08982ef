//! Fields: parameters and members of records.

use super::gateway::GatewayRule;
use super::omission::Omission;
use super::type_ref::TypeRef;
use crate::keywords::Requirement;

/// A parameter or a member of a record.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name on the wire.
    pub wire: String,
    /// The name in Rust.
    pub name: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// Its type.
    pub ty: TypeRef,
    /// True if it is always present.
    pub required: bool,
    /// The greatest length in characters.
    pub max_length: Option<u32>,
    /// The least number.
    pub minimum: Option<u32>,
    /// The greatest number.
    pub maximum: Option<u32>,
    /// The value that the server uses when it is left out.
    pub default: Option<String>,
    /// The effect of leaving it out.
    pub omitted: Option<Omission>,
    /// The audience of its value.
    pub privacy: Privacy,
    /// The rules of single gateways.
    pub rules: Vec<GatewayRule>,
    /// The rule of the gateways without one of their own.
    pub others: Option<Requirement>,
    /// Fields and codes that make it required.
    pub conditions: Vec<Condition>,
    /// The reason for its deprecation.
    pub deprecated: Option<String>,
    /// True if the docs require it, even if real responses lack it.
    pub documented_required: bool,
    /// True if an answer in which it cannot be read is an error.
    pub essential: bool,
    /// The date of the first docs that do not list it any more.
    pub undocumented_since: Option<String>,
}

impl Field {
    /// True if every answer that is read has a value for it.
    pub fn always_read(&self) -> bool {
        self.required && self.essential
    }
}

/// Another field and the codes of it that make this one required.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The other field's name on the wire.
    pub wire: String,
    /// The other field's Rust name.
    pub field: String,
    /// The codes.
    pub codes: Vec<String>,
}

/// The audience of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Privacy {
    /// Everybody.
    #[default]
    Open,
    /// It is about a person: hidden in `Debug`, logs and errors.
    Personal,
    /// It is a credential: hidden in `Debug`, logs and errors.
    Secret,
}

impl Privacy {
    /// True if it is hidden.
    pub fn hidden(self) -> bool {
        self != Self::Open
    }
}
