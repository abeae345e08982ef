//! Type definitions: records and open enumerations.

use schemars::JsonSchema;

use super::field::Field;
use super::read::{Mapping, Read};
use super::values::{Entries, Text};
use super::words::Wire;
use super::yaml::Node;
use crate::diagnostics::{Diagnostic, Log, codes};

/// A record (`fields`) or an open enumeration (`values`), under the docs' own name.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Type {
    /// The docs' own Korean label.
    pub title: Text,
    /// Our own English sentence.
    pub doc: Text,
    /// The Rust name, where the docs' name reads badly.
    pub rust: Option<Text>,
    /// The members of a record.
    pub fields: Option<Entries<Field>>,
    /// The codes of an open enumeration.
    pub values: Option<Entries<Value>>,
    /// How the codes are written in JSON; as strings when left out.
    pub wire: Option<Wire>,
}

impl Read for Type {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a type", log)?;
        let ty = Self {
            title: map.prose("title"),
            doc: map.prose("doc"),
            rust: map.optional("rust"),
            fields: map.optional("fields"),
            values: map.optional("values"),
            wire: map.optional("wire"),
        };
        map.close();
        if ty.fields.is_some() == ty.values.is_some() {
            let message = "a type has either `fields` (a record) or `values` (an enumeration)";
            log.push(
                Diagnostic::new(&codes::E004, message).at(node.span, "one of the two is needed"),
            );
            return None;
        }
        Some(ty)
    }
}

/// One code of an enumeration.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Value {
    /// The docs' own Korean label.
    pub title: Text,
    /// Our own English sentence.
    pub doc: Text,
    /// The Rust name, where the code cannot be one or reads badly.
    pub rust: Option<Text>,
}

impl Read for Value {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a code", log)?;
        let value =
            Self { title: map.prose("title"), doc: map.prose("doc"), rust: map.optional("rust") };
        map.close();
        Some(value)
    }
}
