//! The trace of a call: a span of `tracing`.

use std::fmt::Display;
use std::time::Duration;

use tracing::Span;
use tracing::field::Empty;

use super::error_kind::error_kind;
use crate::error::Error;
use crate::http_client::RawResponse;
use crate::json::Mismatch;
use crate::operation::Operation;

/// The span of a call.
pub(crate) struct Trace(Span);

impl Trace {
    pub(crate) fn begin(operation: &Operation) -> Self {
        Self(tracing::info_span!(
            "portone",
            operation = operation.name,
            route = operation.route,
            status = Empty,
            attempts = Empty,
            duration_ms = Empty,
            outcome = Empty,
        ))
    }

    /// Records that the request is retried after a delay.
    pub(crate) fn retry(&self, attempt: u32, delay: Duration, result: &Result<RawResponse, Error>) {
        let (reason, status) = match result {
            Ok(received) => ("status", Some(received.status)),
            Err(error) => (error_kind(error), error.status()),
        };
        let delay_ms = milliseconds(delay);
        tracing::warn!(parent: &self.0, attempt, delay_ms, reason, status, "retrying");
    }

    /// Records the last status, the attempts and the duration.
    pub(crate) fn finished(&self, status: Option<u16>, attempts: u32, elapsed: Duration) {
        if let Some(status) = status {
            self.0.record("status", status);
        }
        self.0.record("attempts", attempts);
        self.0.record("duration_ms", milliseconds(elapsed));
    }

    /// Records a mismatch that was tolerated: its position and the kinds of value, never the value.
    pub(crate) fn mismatch(&self, mismatch: &Mismatch) {
        let (path, repaired) = (mismatch.path(), mismatch.is_repaired());
        let (expected, found) = (mismatch.expected(), mismatch.found());
        tracing::warn!(parent: &self.0, path, expected, found, repaired, "unexpected value");
    }

    /// Records the outcome of the call: `ok`, or the kind of error.
    pub(crate) fn outcome(&self, outcome: &'static str) {
        self.0.record("outcome", outcome);
    }
}

/// Records that a journal did not take an outcome: the intent stays open.
pub(crate) fn outcome_not_recorded(intent: &dyn Display, error: &dyn Display) {
    tracing::warn!(%intent, %error, "outcome not recorded");
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
