//! Responses that prove that a record does not exist.

use schemars::JsonSchema;

use super::mapping::Mapping;
use super::read::Read;
use super::values::{Integer, Number};
use super::yaml::Node;
use crate::diagnostics::Log;

/// A response to a key that nothing has: an envelope without a `response`.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct NotFound {
    /// The HTTP status.
    pub status: Number,
    /// The codes of the envelope that have been seen with it.
    #[schemars(length(min = 1))]
    pub codes: Vec<Integer>,
}

impl Read for NotFound {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let mut map = Mapping::open(node, "a response without a record", log)?;
        let (status, codes) = (map.required("status"), map.required("codes"));
        map.close();
        Some(Self { status: status?, codes: codes? })
    }
}
