//! Fields: parameters of an operation, and members of a record.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::mapping::Mapping;
use super::names::{GatewayOrOthers, Named};
use super::omission::Omission;
use super::read::{Read, wrong_kind};
use super::type_expr::TypeExpr;
use super::values::{Date, Entries, Number, OneOrMore, Sentence, Text};
use super::yaml::{Content, Node};
use crate::diagnostics::Log;
use crate::keywords::{Absent, Requirement};

/// A parameter of an operation or a member of a record.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Field {
    /// `string`, `integer`, `boolean`, `amount`, `timestamp`, the name of a type, or `[one of these]`.
    #[schemars(rename = "type")]
    pub ty: TypeExpr,
    /// The docs' own Korean label.
    pub title: Text,
    /// Our own English sentence: its purpose, and its effect on money.
    pub doc: Sentence,
    /// The Rust name, where the wire name is a Rust keyword or reads badly.
    pub rust: Option<Text>,
    /// The greatest length in characters.
    pub max_length: Option<Number>,
    /// The least number.
    pub minimum: Option<Number>,
    /// The greatest number.
    pub maximum: Option<Number>,
    /// The value that the server uses when the field is left out.
    pub default: Option<Text>,
    /// The effect of leaving the field out.
    pub omitted: Option<Omission>,
    /// A credential: never shown in `Debug` or logs.
    #[schemars(default)]
    pub secret: bool,
    /// Personal data: never shown in `Debug` or logs.
    #[schemars(default)]
    pub personal: bool,
    /// The rules of single gateways; `others` stands for the rest.
    #[schemars(with = "Option<Named<GatewayOrOthers, GatewayRule>>")]
    pub gateways: Option<Entries<GatewayRule>>,
    /// Fields beside this one, and the codes of theirs that make this one required.
    pub required_when: Option<Entries<OneOrMore>>,
    /// The reason for its deprecation, and the replacement.
    pub deprecated: Option<Sentence>,
    /// The docs require it, but real responses have lacked it.
    pub absent: Option<Absent>,
    /// Answers in which it cannot be read are errors; of all else, what cannot be read is left out.
    #[schemars(default)]
    pub essential: bool,
    /// The date of the first docs that do not list it any more.
    pub undocumented_since: Option<Date>,
}

impl Read for Field {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a field", log)?;
        let ty = map.required("type");
        let field = Self {
            title: map.prose("title"),
            doc: map.prose("doc"),
            rust: map.optional("rust"),
            max_length: map.optional("max_length"),
            minimum: map.optional("minimum"),
            maximum: map.optional("maximum"),
            default: map.optional("default"),
            omitted: map.optional("omitted"),
            secret: map.optional("secret").unwrap_or(false),
            personal: map.optional("personal").unwrap_or(false),
            gateways: map.optional("gateways"),
            required_when: map.optional("required_when"),
            deprecated: map.optional("deprecated"),
            absent: map.optional("absent"),
            essential: map.optional("essential").unwrap_or(false),
            undocumented_since: map.optional("undocumented_since"),
            ty: ty.unwrap_or_default(),
        };
        map.close();
        Some(field)
    }
}

/// A rule of one gateway for a parameter: a word, or a map with a sentence.
#[derive(Clone, Debug)]
pub struct GatewayRule {
    /// The rule; without one, the field's own `?` holds and only the sentence is added.
    pub rule: Option<Requirement>,
    /// A note about this gateway.
    pub doc: Option<Sentence>,
}

impl Read for GatewayRule {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::Scalar { .. } => {
                Some(Self { rule: Some(Requirement::read(node, log)?), doc: None })
            }
            Content::Map(_) => {
                let mut map = Mapping::open(node, "a gateway rule", log)?;
                let rule = Self { rule: map.optional("rule"), doc: map.optional("doc") };
                map.close();
                Some(rule)
            }
            _ => wrong_kind(node, "a rule, or a map with `rule` and `doc`", log),
        }
    }
}

impl JsonSchema for GatewayRule {
    fn schema_name() -> Cow<'static, str> {
        "GatewayRule".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let rule = generator.subschema_for::<Requirement>();
        let doc = generator.subschema_for::<Sentence>();
        json_schema!({
            "anyOf": [
                rule,
                {
                    "type": "object",
                    "properties": { "rule": rule, "doc": doc },
                    "additionalProperties": false,
                },
            ],
        })
    }
}
