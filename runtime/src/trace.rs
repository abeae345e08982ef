//! What observers see of a call: a span with its route as documented, never a filled address, a key
//! or a body. Without the feature `tracing` there is nothing to see, and nothing to pay.

mod error_kind;
#[cfg(not(feature = "tracing"))]
mod silent;
#[cfg(feature = "tracing")]
mod span;

#[cfg(not(feature = "tracing"))]
pub(crate) use silent::Trace;
#[cfg(feature = "tracing")]
pub(crate) use span::Trace;

use crate::error::Error;
use error_kind::error_kind;

impl Trace {
    /// Tells how the call ended, and gives the error back.
    pub(crate) fn failure(&self, error: Error) -> Error {
        self.outcome(error_kind(&error));
        error
    }
}
