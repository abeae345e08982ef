//! What the server was asked.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{Entry, optional, optional_number};
use crate::core::Core;
use crate::fake::Fake;
use crate::log::LoggedRequest;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    (
        "GET",
        "requests",
        "Lists the last requests, or some of them: operation, after, limit.",
        requests,
    ),
    ("DELETE", "requests", "Forgets all requests.", forget),
];

impl Fake {
    /// The last requests, the oldest first, but for those below [`CONTROL_PREFIX`](crate::CONTROL_PREFIX).
    pub fn requests(&self) -> Vec<Arc<LoggedRequest>> {
        self.core().world().log.entries().cloned().collect()
    }

    /// The last requests that called this operation, `payments.cancel`, whatever they got.
    pub fn calls(&self, operation: &str) -> Vec<Arc<LoggedRequest>> {
        let world = self.core().world();
        let calls = world.log.entries().filter(|entry| entry.operation() == Some(operation));
        calls.cloned().collect()
    }

    /// Those of the last requests that came after the one of this number.
    pub fn requests_after(&self, number: u64) -> Vec<Arc<LoggedRequest>> {
        let world = self.core().world();
        world.log.entries().filter(|entry| entry.number() > number).cloned().collect()
    }

    /// How many requests there were, even where they are not remembered.
    pub fn request_count(&self) -> u64 {
        self.core().world().log.total()
    }

    /// How many requests called this operation, even where they are not remembered.
    pub fn call_count(&self, operation: &str) -> u64 {
        self.core().world().log.total_of(operation)
    }

    /// Forgets all requests, and counts from 1 again.
    pub fn forget_requests(&self) {
        self.core().world().log.clear();
    }
}

fn requests(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let operation = optional(values, "operation");
    let after = optional_number(values, "after")?.unwrap_or_default();
    let limit = optional_number(values, "limit")?.unwrap_or(u64::MAX);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let world = core.world();
    let asked = |entry: &&Arc<LoggedRequest>| {
        entry.number() > after && operation.as_deref().is_none_or(|name| is_call(entry, name))
    };
    let requests: Value =
        world.log.entries().filter(asked).take(limit).map(|entry| record(entry)).collect();
    let count = operation.as_deref().map_or(world.log.total(), |name| world.log.total_of(name));
    Ok(json!({ "count": count, "requests": requests }))
}

fn is_call(entry: &LoggedRequest, operation: &str) -> bool {
    entry.operation() == Some(operation)
}

/// All but the headers, of which one opens the books.
fn record(entry: &LoggedRequest) -> Value {
    json!({
        "number": entry.number(),
        "at": entry.at(),
        "method": entry.method(),
        "path": entry.path(),
        "query": entry.query(),
        "tier": entry.header("tier"),
        "content_type": entry.header("content-type"),
        "body": String::from_utf8_lossy(entry.body()),
        "operation": entry.operation(),
        "unread": entry.unread(),
        "status": entry.status(),
        "code": entry.code(),
        "fault": entry.fault(),
    })
}

fn forget(core: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    core.world().log.clear();
    Ok(json!({}))
}
