//! What was asked of the server, and what it answered: bounded, and counted for ever.

mod entry;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

pub use self::entry::{Answered, LoggedRequest};

use crate::request::Request;

/// How much is remembered.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many requests.
    pub entries: usize,
    /// How many bytes they may hold together.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { entries: 10_000, bytes: 32 * 1024 * 1024 }
    }
}

/// The last requests, and how many there were.
#[derive(Debug)]
pub struct Log {
    limits: Limits,
    entries: VecDeque<Arc<LoggedRequest>>,
    bytes: usize,
    total: u64,
    by_operation: BTreeMap<String, u64>,
}

impl Log {
    /// Nothing was asked yet.
    pub fn new(limits: Limits) -> Self {
        let by_operation = BTreeMap::new();
        Self { limits, entries: VecDeque::new(), bytes: 0, total: 0, by_operation }
    }

    /// Enters a request, in the place of the oldest ones where there are too many.
    pub fn enter(&mut self, request: Request, answered: Answered) {
        self.total += 1;
        if let Some(operation) = &answered.operation {
            *self.by_operation.entry(operation.clone()).or_default() += 1;
        }
        let entry = LoggedRequest::new(self.total, request, answered);
        self.bytes += entry.size();
        self.entries.push_back(Arc::new(entry));
        while self.entries.len() > self.limits.entries || self.bytes > self.limits.bytes {
            let Some(oldest) = self.entries.pop_front() else { break };
            self.bytes -= oldest.size();
        }
    }

    /// Those that are remembered, the oldest first.
    pub fn entries(&self) -> impl Iterator<Item = &Arc<LoggedRequest>> {
        self.entries.iter()
    }

    /// How many there were since the log was last cleared, whether remembered or not.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The same of one operation.
    pub fn total_of(&self, operation: &str) -> u64 {
        self.by_operation.get(operation).copied().unwrap_or_default()
    }

    /// Begins again, with number 1.
    pub fn clear(&mut self) {
        *self = Self::new(self.limits);
    }
}
