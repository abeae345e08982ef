//! The reads that show whether a call was carried out, as data.

use std::time::Duration;

use rust_decimal::Decimal;

use super::call::{Call, Read};
use super::identity::Identity;
use crate::json::Fields;

/// The reads that reconcile a call, and the values of the call that they are compared with.
pub(crate) struct ReconcilePlan {
    pub(crate) operation: &'static str,
    pub(crate) reads: Vec<Read>,
    /// The reads see what the call saw only if they act for the same sub-merchant.
    pub(crate) tier: Option<String>,
    /// The timeout that the request was sent with.
    pub(crate) timeout: Duration,
    /// The identifiers and the amount of the request, which its record repeats.
    pub(crate) identity: Identity,
    /// The names of the values that no journal records.
    hidden: &'static [&'static str],
    /// The balance that the call expected.
    pub(crate) balance: Option<Decimal>,
    /// The amount that it takes off the balance; all of it if there is none.
    pub(crate) amount: Option<Decimal>,
}

impl ReconcilePlan {
    pub(crate) fn new(call: Call, tier: Option<String>, timeout: Duration) -> Self {
        Self {
            operation: call.operation.name,
            identity: Identity::of(&call),
            hidden: call.operation.hidden,
            balance: decimal(&call.body, "checksum"),
            amount: decimal(&call.body, "amount"),
            reads: call.reads,
            tier,
            timeout,
        }
    }

    /// True if values of this name are secret or personal.
    pub(crate) fn hides(&self, name: &str) -> bool {
        self.hidden.contains(&name)
    }
}

fn decimal(fields: &Fields, name: &str) -> Option<Decimal> {
    fields.get(name)?.scalar_text()?.parse().ok()
}
