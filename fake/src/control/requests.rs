//! Log of requests.

mod redaction;

use std::sync::Arc;

use serde_json::{Map, Value, json};

use self::redaction::Redaction;
use super::arguments::{optional, optional_number};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::server_state::log::LoggedRequest;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new(
        "GET",
        "requests",
        "Lists the logged requests: operation, after, limit.",
        requests,
    ),
    Command::new("DELETE", "requests", "Clears the log of requests.", clear),
];

impl Fake {
    /// Returns the logged requests, the oldest first: those to the API, the actions of the payment window
    /// and what it refuses. Its files, and requests below [`CONTROL_PREFIX`](crate::CONTROL_PREFIX), are not
    /// logged.
    pub fn requests(&self) -> Vec<Arc<LoggedRequest>> {
        self.app().state().log.entries().cloned().collect()
    }

    /// Returns the logged requests to this operation, `payments.cancel`, whatever the response was.
    pub fn calls(&self, operation: &str) -> Vec<Arc<LoggedRequest>> {
        let state = self.app().state();
        let calls = state.log.entries().filter(|entry| entry.operation() == Some(operation));
        calls.cloned().collect()
    }

    /// Returns the logged requests after the one with this number.
    pub fn requests_after(&self, number: u64) -> Vec<Arc<LoggedRequest>> {
        let state = self.app().state();
        state.log.entries().filter(|entry| entry.number() > number).cloned().collect()
    }

    /// Returns the number of requests, including those dropped from the log.
    pub fn request_count(&self) -> u64 {
        self.app().state().log.total()
    }

    /// Returns the number of requests to this operation, including those dropped from the log.
    pub fn call_count(&self, operation: &str) -> u64 {
        self.app().state().log.total_of(operation)
    }

    /// Clears the log and the counts.
    pub fn clear_requests(&self) {
        self.app().state().log.clear();
    }
}

fn requests(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let operation = optional(values, "operation");
    let after = optional_number(values, "after")?.unwrap_or_default();
    let limit = optional_number(values, "limit")?.unwrap_or(u64::MAX);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let redaction = Redaction::new(app.contract);
    let state = app.state();
    let matches = |entry: &&Arc<LoggedRequest>| {
        entry.number() > after && operation.as_deref().is_none_or(|name| is_call(entry, name))
    };
    let requests = state.log.entries().filter(matches).take(limit);
    let requests: Value = requests.map(|entry| to_json(entry, &redaction)).collect();
    let count = operation.as_deref().map_or(state.log.total(), |name| state.log.total_of(name));
    Ok(json!({ "count": count, "requests": requests }))
}

fn is_call(entry: &LoggedRequest, operation: &str) -> bool {
    entry.operation() == Some(operation)
}

/// Writes everything but secrets, and the headers, which contain the token.
fn to_json(entry: &LoggedRequest, redaction: &Redaction) -> Value {
    let body = String::from_utf8_lossy(entry.body());
    json!({
        "number": entry.number(),
        "at": entry.at(),
        "method": entry.method(),
        "path": entry.path(),
        "query": redaction.form(entry.query()),
        "tier": entry.header("tier"),
        "content_type": entry.header("content-type"),
        "body": redaction.body(entry.header("content-type").unwrap_or_default(), &body),
        "operation": entry.operation(),
        "unknown_parameters": entry.unknown_parameters(),
        "status": entry.status(),
        "code": entry.code(),
        "success": entry.is_success(),
        "message": entry.message(),
        "fault": entry.fault(),
    })
}

fn clear(app: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    app.state().log.clear();
    Ok(json!({}))
}
