//! Texts, and lists of them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;
use crate::syntax::implicit_type::implicit_type;
use crate::syntax::malformed;
use crate::syntax::mapping::TODO;
use crate::syntax::names::AnyCode;
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

impl Text {
    /// The text of a node, whatever YAML takes it for.
    pub(super) fn written(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::Scalar { text, plain } => {
                if *plain {
                    malformed::report_lookalike_quotes(text, node.span, log);
                }
                let words: Vec<_> = text.split_whitespace().collect();
                Some(Self { value: words.join(" "), span: Some(node.span) })
            }
            _ => wrong_kind(node, "a text", log),
        }
    }
}

impl Read for Text {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        if let Content::Scalar { text, plain: true } = &node.content {
            expect_text(text, node.span, log);
            refuse_separator(text, node, log);
        }
        Self::written(node, log)
    }

    fn undecided(span: Span) -> Option<Self> {
        Some(Self { value: TODO.to_owned(), span: Some(span) })
    }
}

/// Reports a text without quotes that YAML reads as another type.
pub(super) fn expect_text(text: &str, span: Span, log: &mut Log) {
    if let Some(other) = implicit_type(text) {
        let message = format!("`{text}` without quotes is {other} in YAML");
        log.push(
            Diagnostic::new(&codes::E047, message)
                .at(span, "expected a text")
                .help(format!("write `\"{text}\"`")),
        );
    }
}

/// Reports a text without quotes that ends in a separator, as an entry within braces or of another language does.
fn refuse_separator(text: &str, node: &Node, log: &mut Log) {
    if let Some(last) =
        text.chars().next_back().filter(|last| [',', ';', '，', '；'].contains(last))
    {
        let mark = Span { start: node.end - last.len_utf8(), end: node.end, ..node.span };
        let message = format!("a text without quotes ends in `{last}`");
        log.push(
            Diagnostic::new(&codes::E049, message)
                .at(mark, "part of the text")
                .help(format!("remove the `{last}`, or quote the text if it belongs to it")),
        );
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

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let code = generator.subschema_for::<AnyCode>();
        json_schema!({ "anyOf": [code, { "type": "array", "items": code }] })
    }
}
