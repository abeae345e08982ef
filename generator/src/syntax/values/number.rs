//! Whole numbers.

use std::borrow::Cow;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;
use crate::syntax::read::{Read, wrong_kind};
use crate::syntax::yaml::{Content, Node};

/// A whole number that is not negative, and its location.
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

/// A whole number, and its location.
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

fn whole_number<T: FromStr>(node: &Node, log: &mut Log) -> Option<T> {
    let Content::Scalar { text, plain } = &node.content else {
        return wrong_kind(node, "a whole number", log);
    };
    let number = text.parse().ok().filter(|_| *plain && is_written_so(text));
    if number.is_none() {
        let message = format!("expected a whole number, found `{text}`");
        log.push(
            Diagnostic::new(&codes::E006, message)
                .at(node.span, "expected a whole number")
                .help(help(text)),
        );
    }
    number
}

/// True for digits as everybody reads them: YAML 1.1 reads `010` as 8.
fn is_written_so(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits == "0" || digits.starts_with(|first: char| matches!(first, '1'..='9'))
}

fn help(text: &str) -> String {
    let digits: String = text.chars().filter(|letter| !"_, ".contains(*letter)).collect();
    match digits.parse::<u32>() {
        Ok(number) => format!("write `{number}`"),
        Err(_) => "write digits alone, without quotes: `40`".to_owned(),
    }
}
