//! Types of the schema.

use super::field::Field;
use super::gateway_codes::GatewayCodes;
use super::type_ref::{TypeId, TypeRef};

/// A type of the schema.
#[derive(Clone, Debug)]
pub struct Type {
    /// The Rust name: `Payment`.
    pub name: String,
    /// The docs' own name: `PaymentAnnotation`.
    pub docs_name: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
    /// The official page, at this type; none when the docs have no name for it.
    pub page: Option<String>,
    /// The module that users import it from: `types`, `codes` or a section's name.
    pub module: String,
    /// A record, an enumeration or a choice.
    pub shape: Shape,
    /// The wire name of the list field that a bare list is read into.
    pub wraps: Option<String>,
    /// True if a request carries it, so that users must be able to construct one.
    pub sent: bool,
}

impl Type {
    /// True if several sections can use it.
    pub fn is_shared(&self) -> bool {
        ["types", "codes"].contains(&self.module.as_str())
    }
}

/// The structure of a type.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Named fields.
    Record(Vec<Field>),
    /// An open list of codes.
    Enumeration(Enumeration),
    /// One of several records.
    Choice(Vec<Choice>),
    /// A code that differs by gateway.
    GatewayCodes(GatewayCodes),
}

impl Shape {
    /// The references to other types: of its fields or choices, or to the enumerations of its codes.
    pub fn refs(&self) -> Vec<TypeRef> {
        match self {
            Self::Record(fields) => fields.iter().map(|field| field.ty).collect(),
            Self::Choice(choices) => choices.iter().map(|choice| choice.ty).collect(),
            Self::GatewayCodes(codes) => codes.refs(),
            Self::Enumeration(_) => Vec::new(),
        }
    }

    /// The types of the schema among them.
    pub fn named(&self) -> impl Iterator<Item = TypeId> + use<> {
        self.refs().into_iter().filter_map(|ty| ty.item.named())
    }
}

/// One of several records.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The variant's name.
    pub name: String,
    /// Our English sentence.
    pub doc: String,
    /// The record.
    pub ty: TypeRef,
    /// The wire name of the discriminator: a field that only this record has.
    pub when: Option<String>,
}

/// An open list of codes.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// True if the codes are JSON integers.
    pub integer: bool,
    /// The documented codes.
    pub values: Vec<EnumValue>,
}

/// One documented code.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The code on the wire.
    pub code: String,
    /// The variant's name.
    pub name: String,
    /// The Korean label.
    pub title: String,
    /// Our English sentence.
    pub doc: String,
}
