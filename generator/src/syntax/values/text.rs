//! Texts, and lists of them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::diagnostics::Log;
use crate::source::Span;
use crate::syntax::mapping::TODO;
use crate::syntax::read::{Read, wrong_kind};
use crate::syntax::yaml::{Content, Node};

/// A text and its location. It is one line, however it is laid out in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub value: String,
    /// The location; `None` when it was missing and the error has been reported.
    pub span: Option<Span>,
}

impl Text {
    /// The location, or another one when the text was missing.
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

    fn undecided(span: Span) -> Option<Self> {
        Some(Self { value: TODO.to_owned(), span: Some(span) })
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
