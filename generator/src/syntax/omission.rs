//! The effect of leaving a parameter out: a sentence, or an explicit omission.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::mapping::Mapping;
use super::read::{Read, wrong_kind};
use super::values::{Sentence, Text};
use super::yaml::{Content, Node};
use crate::diagnostics::Log;
use crate::keywords::Risk;

/// A sentence, and the explicit omission if leaving the parameter out by accident does harm.
#[derive(Clone, Debug)]
pub struct Omission {
    /// The effect of leaving it out.
    pub means: Sentence,
    /// The explicit omission.
    pub explicit: Option<ExplicitOmission>,
}

/// An explicit omission of a parameter: an enum of the generated code.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ExplicitOmission {
    /// The effect of leaving the parameter out: an English sentence of our own.
    pub means: Sentence,
    /// The risk of leaving it out by accident.
    pub risk: Risk,
    /// The enum's name.
    pub rust: Text,
    /// The variant that leaves it out.
    pub omit: Text,
    /// The variant that carries its value.
    pub value: Text,
}

impl Read for Omission {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::Scalar { .. } => {
                Some(Self { means: Sentence::read(node, log)?, explicit: None })
            }
            Content::Map(_) => {
                let explicit = ExplicitOmission::read(node, log)?;
                Some(Self { means: explicit.means.clone(), explicit: Some(explicit) })
            }
            _ => wrong_kind(node, "a sentence, or a map that makes the omission explicit", log),
        }
    }
}

impl Read for ExplicitOmission {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "an explicit omission", log)?;
        let means = map.required("means");
        let risk = map.required("risk");
        let (rust, omit, value) =
            (map.required("rust"), map.required("omit"), map.required("value"));
        map.close();
        Some(Self { means: means?, risk: risk?, rust: rust?, omit: omit?, value: value? })
    }
}

impl JsonSchema for Omission {
    fn schema_name() -> Cow<'static, str> {
        "Omission".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let explicit = generator.subschema_for::<ExplicitOmission>();
        let means = generator.subschema_for::<Sentence>();
        json_schema!({ "anyOf": [means, explicit] })
    }
}
