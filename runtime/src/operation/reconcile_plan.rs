//! The reads that show whether a call was carried out, as data.

use std::time::Duration;

use super::call::{Call, Read};
use super::expected_values::ExpectedValues;

/// The reads that reconcile a call, and the values of the call that they are compared with.
pub(crate) struct ReconcilePlan {
    pub(crate) operation: &'static str,
    pub(crate) reads: Vec<Read>,
    /// The reads see what the call saw only if they act for the same sub-merchant.
    pub(crate) tier: Option<String>,
    /// The timeout that the request was sent with.
    pub(crate) timeout: Duration,
    pub(crate) expected: ExpectedValues,
    /// The names of the values that no journal records.
    hidden: &'static [&'static str],
}

impl ReconcilePlan {
    pub(crate) fn new(call: Call, tier: Option<String>, timeout: Duration) -> Self {
        Self {
            operation: call.operation.name,
            expected: ExpectedValues::of(&call),
            hidden: call.operation.hidden,
            reads: call.reads,
            tier,
            timeout,
        }
    }

    /// True if no journal records values of this name.
    pub(crate) fn hides(&self, name: &str) -> bool {
        self.hidden.contains(&name)
    }
}
