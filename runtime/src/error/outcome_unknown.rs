//! The error of a request whose outcome is unknown.

use std::fmt;
use std::sync::Arc;

use super::request_failure::RequestFailure;
use crate::operation::ReconcilePlan;
use crate::redacted::Redacted;

/// Keys that identify a payment and are not personal.
const SHOWN: [&str; 2] = ["imp_uid", "merchant_uid"];

/// A request that is not idempotent, and whose response was lost, incomplete, unreadable, a redirect, a
/// 5xx, or about another record. The server may have acted, and may still act.
///
/// Do not send it again: `client.reconcile(&error)` finds out whether it was carried out, if the API has a read that
/// shows it. Until that shows it as done, keep the order as open, with this error or its [`keys`](Self::keys), and
/// look again later.
#[derive(Clone)]
#[non_exhaustive]
pub struct OutcomeUnknownError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The failure that left the outcome open.
    pub cause: RequestFailure,
    plan: Arc<ReconcilePlan>,
}

impl OutcomeUnknownError {
    pub(crate) fn new(cause: RequestFailure, plan: Arc<ReconcilePlan>) -> Self {
        Self { operation: plan.operation, cause, plan }
    }

    pub(crate) fn plan(&self) -> &ReconcilePlan {
        &self.plan
    }

    /// The HTTP status, if a response began to arrive.
    pub fn status(&self) -> Option<u16> {
        self.cause.status()
    }

    /// The raw response body, if a response arrived. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> Option<&[u8]> {
        self.cause.raw_body()
    }

    /// The keys, without the values of those that are personal.
    pub(super) fn redacted_keys(&self) -> impl fmt::Debug + '_ {
        RedactedKeys(self)
    }

    /// The keys that the request can be looked up by: names on the wire, with their values.
    pub fn keys(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.plan.reads.iter().flat_map(|read| {
            let fields = [&read.call.path, &read.call.query, &read.call.body].into_iter();
            fields
                .flat_map(|fields| fields.iter())
                .filter_map(|(name, value)| value.scalar_text().map(|text| (name, text)))
        })
    }
}

impl fmt::Display for OutcomeUnknownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let advice = match self.plan.reads.is_empty() {
            false => "but reconcile it",
            true => "but check with the payment gateway or its console, for no read shows it",
        };
        let cause = &self.cause;
        write!(
            f,
            "the outcome is unknown, the server may have acted, do not send this again {advice}: {cause}"
        )
    }
}

impl fmt::Debug for OutcomeUnknownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OutcomeUnknownError")
            .field("operation", &self.operation)
            .field("keys", &self.redacted_keys())
            .field("cause", &self.cause)
            .finish()
    }
}

struct RedactedKeys<'a>(&'a OutcomeUnknownError);

impl fmt::Debug for RedactedKeys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (name, value) in self.0.keys() {
            match SHOWN.contains(&name) {
                true => map.entry(&name, &value),
                false => map.entry(&name, &Redacted::Value),
            };
        }
        map.finish()
    }
}

impl std::error::Error for OutcomeUnknownError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.source()
    }
}
