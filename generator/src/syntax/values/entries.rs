//! Maps with keys that the author of the schema chose.

use std::borrow::Cow;
use std::collections::HashSet;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::text::expect_text;
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::syntax::malformed;
use crate::syntax::read::{self, Read};
use crate::syntax::yaml::{Key, Node};

/// A map whose keys are names that the schema's author chose, in the order written.
#[derive(Clone, Debug)]
pub struct Entries<T>(pub Vec<Entry<T>>);

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// The key.
    pub key: Key,
    /// The value of the key; `None` when it could not be read, so that the name at least is known.
    pub value: Option<T>,
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entries<T> {
    /// The entries that could be read.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &T)> {
        self.0.iter().filter_map(|entry| entry.value.as_ref().map(|value| (&entry.key, value)))
    }
}

impl<T: Read> Entries<T> {
    /// The entries of a map, whatever YAML takes their keys for.
    pub(super) fn written(node: &Node, log: &mut Log) -> Option<Self> {
        let entries = read::entries(node, "a map", log)?;
        if entries.is_empty() {
            let help = "remove the key, or add an entry";
            log.push(
                Diagnostic::new(&codes::E026, "this map is empty")
                    .at(node.span, "empty")
                    .help(help),
            );
        }
        let read =
            |(key, value): &(Key, Node)| Entry { key: key.clone(), value: T::read(value, log) };
        let mut read: Vec<_> = entries.iter().map(read).collect();
        // A duplicate key has been reported already.
        let mut seen = HashSet::new();
        read.retain(|entry| seen.insert(entry.key.text.clone()));
        Some(Self(read))
    }
}

impl<T: Read> Read for Entries<T> {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let entries = Self::written(node, log)?;
        for entry in entries.0.iter().filter(|entry| entry.key.plain) {
            malformed::report_lookalike_quotes(&entry.key.text, entry.key.span, log);
            expect_text(&entry.key.text, entry.key.span, log);
        }
        Some(entries)
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("MapOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "minProperties": 1,
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}
