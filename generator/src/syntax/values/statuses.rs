//! Sentences under HTTP statuses.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::entries::Entries;
use super::sentence::Sentence;
use crate::diagnostics::Log;
use crate::syntax::read::Read;
use crate::syntax::yaml::Node;

/// Statuses and what they mean. The keys are numbers, so they have no quotes.
#[derive(Clone, Debug)]
pub struct Statuses(pub Entries<Sentence>);

impl Read for Statuses {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        Entries::written(node, log).map(Self)
    }
}

impl JsonSchema for Statuses {
    fn schema_name() -> Cow<'static, str> {
        "Statuses".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "minProperties": 1,
            "patternProperties": { "^[1-5][0-9][0-9]$": generator.subschema_for::<Sentence>() },
            "additionalProperties": false,
        })
    }
}
