//! Tracing of calls: a span with the documented route, never a URL, credentials or a body. Without the
//! feature `tracing`, all of it is a no-op.

mod error_kind;
#[cfg(not(feature = "tracing"))]
mod noop;
#[cfg(feature = "tracing")]
mod span;

#[cfg(not(feature = "tracing"))]
pub(crate) use noop::{Trace, outcome_not_recorded};
#[cfg(feature = "tracing")]
pub(crate) use span::{Trace, outcome_not_recorded};

use crate::error::Error;
use error_kind::error_kind;

impl Trace {
    /// Records the error as the outcome of the call, and returns it.
    pub(crate) fn failure(&self, error: Error) -> Error {
        self.error(error_kind(&error));
        error
    }
}
