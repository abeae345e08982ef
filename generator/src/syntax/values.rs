//! The small values of the language: texts, words, numbers, entries.

use std::borrow::Cow;
use std::collections::HashSet;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::read::{self, Read, wrong_kind};
use super::yaml::{Content, Key, Node};
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;

/// A text and its place. It is one line, however it is laid out in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub value: String,
    /// The location; `None` when it was missing and the error has been reported.
    pub span: Option<Span>,
}

impl Text {
    /// The place, or another one when the text was missing.
    pub fn span_or(&self, other: Span) -> Span {
        self.span.unwrap_or(other)
    }
}

impl Read for Text {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::Scalar { text, .. } => {
                let words: Vec<_> = text.split_whitespace().collect();
                Some(Self { value: words.join(" "), span: Some(node.span) })
            }
            _ => wrong_kind(node, "a text", log),
        }
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

/// A whole number that is not negative, and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub value: u32,
    /// The location.
    pub span: Span,
}

impl Read for Number {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        whole_number(node, log).map(|value| Self { value, span: node.span })
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0 })
    }
}

fn whole_number<T: FromStr>(node: &Node, log: &mut Log) -> Option<T> {
    let number = match &node.content {
        Content::Scalar { text, plain: true } => text.parse().ok(),
        _ => None,
    };
    number.or_else(|| wrong_kind(node, "a whole number", log))
}

/// A whole number, and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Integer {
    /// The number.
    pub value: i64,
    /// The location.
    pub span: Span,
}

impl Read for Integer {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        whole_number(node, log).map(|value| Self { value, span: node.span })
    }
}

impl JsonSchema for Integer {
    fn schema_name() -> Cow<'static, str> {
        "Integer".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer" })
    }
}

/// A day: `2026-02-11`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date(pub String);

impl Read for Date {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::Scalar { text, .. } if is_date(text) => Some(Self(text.clone())),
            _ => wrong_kind(node, "a date such as 2026-02-11", log),
        }
    }
}

/// True if a text has the form `YYYY-MM-DD`.
pub fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let digits =
        |part: &&str, len| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// One value, or a list of them.
#[derive(Clone, Debug)]
pub struct OneOrMore(pub Vec<Text>);

impl Read for OneOrMore {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::List(_) => Vec::read(node, log).map(Self),
            _ => Text::read(node, log).map(|text| Self(vec![text])),
        }
    }
}

impl JsonSchema for OneOrMore {
    fn schema_name() -> Cow<'static, str> {
        "OneOrMore".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                { "type": "string" },
                { "type": "array", "items": { "type": "string" } },
            ],
        })
    }
}

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

impl<T: Read> Read for Entries<T> {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
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
