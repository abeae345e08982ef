//! What leaving a parameter out does: a sentence, or a decision for the caller.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::read::{Mapping, Read, wrong_kind};
use super::values::Text;
use super::words::Hazard;
use super::yaml::{Content, Node};
use crate::diagnostics::Log;

/// A sentence, and what callers must decide where leaving the parameter out by accident does harm.
#[derive(Clone, Debug)]
pub struct Omission {
    /// What leaving it out does.
    pub means: Text,
    /// The decision.
    pub decision: Option<Decision>,
}

/// Whether to leave a dangerous parameter out, as an enum of the generated code.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Decision {
    /// What leaving the parameter out does: an English sentence of our own.
    pub means: Text,
    /// What goes wrong when it is left out by accident.
    pub hazard: Hazard,
    /// The enum's name.
    pub rust: Text,
    /// The variant that leaves it out.
    pub left_out: Text,
    /// The variant that carries its value.
    pub given: Text,
}

impl Read for Omission {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::Scalar { .. } => Some(Self { means: Text::read(node, log)?, decision: None }),
            Content::Map(_) => {
                let decision = Decision::read(node, log)?;
                Some(Self { means: decision.means.clone(), decision: Some(decision) })
            }
            _ => wrong_kind(node, "a sentence, or a map that makes it a decision", log),
        }
    }
}

impl Read for Decision {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a decision", log)?;
        let means = map.required("means");
        let hazard = map.required("hazard");
        let (rust, left_out, given) =
            (map.required("rust"), map.required("left_out"), map.required("given"));
        map.close();
        Some(Self {
            means: means?,
            hazard: hazard?,
            rust: rust?,
            left_out: left_out?,
            given: given?,
        })
    }
}

impl JsonSchema for Omission {
    fn schema_name() -> Cow<'static, str> {
        "Omission".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let decision = generator.subschema_for::<Decision>();
        json_schema!({ "anyOf": [{ "type": "string" }, decision] })
    }
}
