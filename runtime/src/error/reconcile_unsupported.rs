//! The error of reconciling a request that no read can show.

use std::error::Error;
use std::fmt;

/// A request that cannot be reconciled: the API has no read that shows whether it was carried out.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReconcileUnsupportedError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
}

impl fmt::Display for ReconcileUnsupportedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: the API has no read that shows whether this request was carried out; check with the \
             payment gateway or its console",
            self.operation
        )
    }
}

impl Error for ReconcileUnsupportedError {}
