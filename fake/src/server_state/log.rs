//! Log of requests: bounded entries, unbounded counts.

mod entry;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::request::HttpRequest;

pub use self::entry::{LoggedRequest, RequestSummary};

/// Limits of the log.
#[derive(Clone, Copy, Debug)]
pub struct LogLimits {
    /// Maximum number of requests.
    pub entries: usize,
    /// Maximum size of all requests, in bytes.
    pub bytes: usize,
}

impl Default for LogLimits {
    fn default() -> Self {
        Self { entries: 10_000, bytes: 32 * 1024 * 1024 }
    }
}

/// The last requests, and counts of all requests.
#[derive(Debug)]
pub struct RequestLog {
    limits: LogLimits,
    entries: VecDeque<Arc<LoggedRequest>>,
    bytes: usize,
    total: u64,
    by_operation: BTreeMap<String, u64>,
}

impl RequestLog {
    /// Creates an empty log.
    pub fn new(limits: LogLimits) -> Self {
        let by_operation = BTreeMap::new();
        Self { limits, entries: VecDeque::new(), bytes: 0, total: 0, by_operation }
    }

    /// Records a request, and drops the oldest ones beyond the limits.
    pub fn record(&mut self, request: HttpRequest, summary: RequestSummary) {
        self.total += 1;
        if let Some(operation) = &summary.operation {
            *self.by_operation.entry(operation.clone()).or_default() += 1;
        }
        let entry = LoggedRequest::new(self.total, request, summary);
        self.bytes += entry.size();
        self.entries.push_back(Arc::new(entry));
        while self.entries.len() > self.limits.entries || self.bytes > self.limits.bytes {
            let Some(oldest) = self.entries.pop_front() else { break };
            self.bytes -= oldest.size();
        }
    }

    /// Iterates over the recorded requests, the oldest first.
    pub fn entries(&self) -> impl Iterator<Item = &Arc<LoggedRequest>> {
        self.entries.iter()
    }

    /// Returns the number of requests since the log was last cleared, including dropped ones.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Returns the number of calls of an operation since the log was last cleared.
    pub fn total_of(&self, operation: &str) -> u64 {
        self.by_operation.get(operation).copied().unwrap_or_default()
    }

    /// Clears the log; numbers start from 1 again.
    pub fn clear(&mut self) {
        *self = Self::new(self.limits);
    }
}
