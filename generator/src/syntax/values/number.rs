//! Whole numbers.

use std::borrow::Cow;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::diagnostics::Log;
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
    let number = match &node.content {
        Content::Scalar { text, plain: true } => text.parse().ok(),
        _ => None,
    };
    number.or_else(|| wrong_kind(node, "a whole number", log))
}
