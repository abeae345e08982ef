//! A span of `tracing` for each call.

use std::time::Duration;

use tracing::Span;
use tracing::field::Empty;

use super::error_kind::error_kind;
use crate::error::Error;
use crate::http_client::Received;
use crate::operation::Operation;

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

    /// Another attempt is going to be made.
    pub(crate) fn retry(&self, attempt: u32, wait: Duration, result: &Result<Received, Error>) {
        let (reason, status) = match result {
            Ok(received) => ("status", Some(received.status)),
            Err(error) => (error_kind(error), error.status()),
        };
        let wait_ms = milliseconds(wait);
        tracing::warn!(parent: &self.0, attempt, wait_ms, reason, status, "sending again");
    }

    /// The last answer has come, or none will.
    pub(crate) fn finished(&self, status: Option<u16>, attempts: u32, elapsed: Duration) {
        if let Some(status) = status {
            self.0.record("status", status);
        }
        self.0.record("attempts", attempts);
        self.0.record("duration_ms", milliseconds(elapsed));
    }

    /// How the call ended, in a word.
    pub(crate) fn outcome(&self, outcome: &'static str) {
        self.0.record("outcome", outcome);
    }
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
