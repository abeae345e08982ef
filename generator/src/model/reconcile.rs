//! Reads that determine the outcome of a request.

use super::operation_id::OperationId;
use super::parameter::ParamLocation;
use super::route::Route;
use crate::keywords::Evidence;

/// A read that determines the outcome of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconcile {
    /// The operation that reads.
    pub read: OperationId,
    /// Its method and path.
    pub route: Route,
    /// Which of the request's values go where in the read.
    pub keys: Vec<ReconcileKey>,
    /// The evidence that a found record gives.
    pub expect: Evidence,
}

/// A value of the request that a read looks a record up by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReconcileKey {
    /// The read's parameter, by its name on the wire.
    pub parameter: String,
    /// The part of the read that carries it.
    pub location: ParamLocation,
    /// The Rust names of the request's field and, for a list of records, of the field of each. With a
    /// list at the end or on the way, there is one read for each value.
    pub from: Vec<String>,
    /// The same names on the wire: `schedules.merchant_uid`.
    pub wire: String,
}

impl ReconcileKey {
    /// The name on the wire of the request's value: the last one of a path.
    pub fn own_name(&self) -> &str {
        self.wire.rsplit('.').next().unwrap_or_default()
    }
}
