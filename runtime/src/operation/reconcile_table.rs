//! The reads that reconcile the requests of an API, by name.

use super::definition::Operation;

/// The reads that requests are reconciled by, written by the generator: the intents of a journal name them.
#[derive(Debug)]
pub struct ReconcileTable {
    /// The reads.
    pub reads: &'static [ReconcileRead],
    /// The names on the wire of their parameters, and of the identifiers of requests.
    pub names: &'static [&'static str],
}

/// A read that requests are reconciled by.
#[derive(Debug)]
pub struct ReconcileRead {
    /// The operation.
    pub operation: &'static Operation,
    /// The query parameter that includes payments of test channels in the response.
    pub test_payments: Option<&'static str>,
}

impl ReconcileTable {
    /// The read with this name: `section.operation`.
    pub(crate) fn read(&self, operation: &str) -> Option<&ReconcileRead> {
        self.reads.iter().find(|read| read.operation.name == operation)
    }

    /// The name on the wire that is equal to this one.
    pub(crate) fn name(&self, name: &str) -> Option<&'static str> {
        self.names.iter().find(|known| **known == name).copied()
    }
}
