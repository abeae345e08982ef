//! The trace of a call: a span of `tracing`, with the names of OpenTelemetry's conventions for HTTP clients.

use std::fmt::Display;
use std::time::Duration;

use tracing::field::Empty;
use tracing::{Instrument, Span};

use super::error_kind::error_kind;
use crate::error::Error;
use crate::http_client::{BaseUrl, RawResponse};
use crate::json::Mismatch;
use crate::operation::Operation;

/// The span of a call.
pub(crate) struct Trace(Span);

impl Trace {
    pub(crate) fn begin(operation: &Operation, base_url: &BaseUrl) -> Self {
        let (method, route) = (operation.method.as_str(), operation.route);
        Self(tracing::info_span!(
            "portone",
            otel.name = %format_args!("{method} {route}"),
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = method,
            http.request.resend_count = Empty,
            http.response.status_code = Empty,
            url.template = route,
            server.address = base_url.host(),
            server.port = base_url.port(),
            "error.type" = Empty,
            portone.operation = operation.name,
            portone.outcome = Empty,
        ))
    }

    /// Runs a part of the call within the span: the events of the HTTP client belong to it.
    pub(crate) fn instrument<F: Future>(
        &self,
        part: F,
    ) -> impl Future<Output = F::Output> + use<F> {
        part.instrument(self.0.clone())
    }

    /// Records that the request is sent again after a delay.
    pub(crate) fn retry(&self, resend: u32, delay: Duration, result: &Result<RawResponse, Error>) {
        let (kind, status) = match result {
            Ok(received) => ("status", Some(received.status)),
            Err(error) => (error_kind(error), error.status()),
        };
        tracing::warn!(
            parent: &self.0,
            http.request.resend_count = resend,
            http.response.status_code = status,
            "error.type" = kind,
            portone.delay_ms = milliseconds(delay),
            "retrying",
        );
    }

    /// Records the last status, and how often the request was sent again.
    pub(crate) fn finished(&self, status: Option<u16>, attempts: u32) {
        if let Some(status) = status {
            self.0.record("http.response.status_code", status);
        }
        if attempts > 1 {
            self.0.record("http.request.resend_count", attempts - 1);
        }
    }

    /// Records a mismatch that was tolerated: its position and the kinds of value, never the value.
    pub(crate) fn mismatch(&self, mismatch: &Mismatch) {
        let (path, repaired) = (mismatch.path(), mismatch.is_repaired());
        let (expected, found) = (mismatch.expected(), mismatch.found());
        tracing::warn!(parent: &self.0, path, expected, found, repaired, "unexpected value");
    }

    /// Records that the call succeeded.
    pub(crate) fn success(&self) {
        self.0.record("portone.outcome", "ok");
    }

    /// Records the kind of error as the outcome of the call.
    pub(crate) fn error(&self, kind: &'static str) {
        self.0.record("portone.outcome", kind);
        self.0.record("error.type", kind);
        self.0.record("otel.status_code", "ERROR");
    }
}

/// Records that a journal did not take an outcome: the intent stays open.
pub(crate) fn outcome_not_recorded(intent: &dyn Display, error: &dyn Display) {
    tracing::warn!(%intent, %error, "outcome not recorded");
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
