//! Days.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::diagnostics::Log;
use crate::syntax::implicit_type::is_date;
use crate::syntax::read::{Read, wrong_kind};
use crate::syntax::yaml::{Content, Node};

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
