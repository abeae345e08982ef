//! Reads that determine the outcome of a request whose response was lost.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::mapping::Mapping;
use super::names::ReadName;
use super::read::Read;
use super::values::{Entries, Text};
use super::yaml::{Content, Key, Node};
use crate::diagnostics::Log;
use crate::keywords::Evidence;

/// An entry of `reconcile`: one read.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reconcile {
    /// The operation that reads: `payments.get`.
    #[schemars(with = "ReadName")]
    pub read: Text,
    /// Which of the request's values the read looks the record up by.
    pub by: Keys,
    /// The evidence that a found or an absent record gives.
    pub expect: Evidence,
}

impl Read for Reconcile {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "an entry of `reconcile`", log)?;
        let (read, by, expect) = (map.required("read"), map.required("by"), map.required("expect"));
        map.close();
        Some(Self { read: read?, by: by?, expect: expect? })
    }
}

/// Parameters of the read and the values they take: one name for both, or a map.
#[derive(Clone, Debug)]
pub struct Keys(pub Vec<(Key, Text)>);

impl Read for Keys {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        if let Content::Map(_) = &node.content {
            let entries = Entries::<Text>::read(node, log)?;
            return Some(Self(
                entries.iter().map(|(key, text)| (key.clone(), text.clone())).collect(),
            ));
        }
        let text = Text::read(node, log)?;
        let key = Key { text: text.value.clone(), plain: true, span: node.span };
        Some(Self(vec![(key, text)]))
    }
}

impl JsonSchema for Keys {
    fn schema_name() -> Cow<'static, str> {
        "ReconcileKeys".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entries = generator.subschema_for::<Entries<Text>>();
        json_schema!({ "anyOf": [{ "type": "string" }, entries] })
    }
}
