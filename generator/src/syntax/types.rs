//! Type definitions: records and open enumerations.

use schemars::JsonSchema;

use super::field::Field;
use super::gateway_codes::GatewayCodes;
use super::mapping::Mapping;
use super::read::Read;
use super::type_expr::TypeExpr;
use super::values::{Entries, Sentence, Text};
use super::yaml::Node;
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::keywords::Wire;

/// A record (`fields`), an open enumeration (`values`), one of several records (`choices`) or a code
/// that differs by gateway (`gateway_codes`), under the docs' own name.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Type {
    /// The docs' own Korean label.
    pub title: Text,
    /// Our own English sentence.
    pub doc: Sentence,
    /// The Rust name, where the docs' name reads badly.
    pub rust: Option<Text>,
    /// True for a record that the docs show in place, without a name of its own.
    #[schemars(default)]
    pub inline: bool,
    /// The list field that a bare list is read into: the server may respond with either.
    pub wraps: Option<Text>,
    /// The members of a record.
    pub fields: Option<Entries<Field>>,
    /// The codes of an open enumeration.
    pub values: Option<Entries<EnumValue>>,
    /// The alternative records; the first matching one is used.
    pub choices: Option<Entries<Choice>>,
    /// The codes of an enumeration at single gateways.
    pub gateway_codes: Option<GatewayCodes>,
    /// The JSON type of the codes; strings when left out.
    pub wire: Option<Wire>,
}

impl Read for Type {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a type", log)?;
        let ty = Self {
            title: map.prose("title"),
            doc: map.prose("doc"),
            rust: map.optional("rust"),
            inline: map.optional("inline").unwrap_or(false),
            wraps: map.optional("wraps"),
            fields: map.optional("fields"),
            values: map.optional("values"),
            choices: map.optional("choices"),
            gateway_codes: map.optional("gateway_codes"),
            wire: map.optional("wire"),
        };
        map.close();
        let shapes = [
            ty.fields.is_some(),
            ty.values.is_some(),
            ty.choices.is_some(),
            ty.gateway_codes.is_some(),
        ];
        if shapes.iter().filter(|shape| **shape).count() != 1 {
            let message = "a type has one of `fields` (a record), `values` (an enumeration), `choices` and `gateway_codes`";
            log.push(Diagnostic::new(&codes::E004, message).at(node.span, "exactly one is needed"));
            return None;
        }
        Some(ty)
    }
}

/// One of several records.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Choice {
    /// The record.
    #[schemars(rename = "type")]
    pub ty: TypeExpr,
    /// Our own English sentence.
    pub doc: Sentence,
    /// The discriminator: a field that only this record has; the last choice has none.
    pub when: Option<Text>,
}

impl Read for Choice {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a choice", log)?;
        let ty = map.required("type");
        let choice =
            Self { doc: map.prose("doc"), when: map.optional("when"), ty: ty.unwrap_or_default() };
        map.close();
        Some(choice)
    }
}

/// One code of an enumeration.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EnumValue {
    /// The docs' own Korean label.
    pub title: Text,
    /// Our own English sentence.
    pub doc: Sentence,
    /// The Rust name, where the code cannot be one or reads badly.
    pub rust: Option<Text>,
}

impl Read for EnumValue {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a code", log)?;
        let value =
            Self { title: map.prose("title"), doc: map.prose("doc"), rust: map.optional("rust") };
        map.close();
        Some(value)
    }
}
