//! What observers see of a call: a span with its route as documented, never a filled address, a key
//! or a body. Without the feature `tracing` there is nothing to see, and nothing to pay.

#[cfg(not(feature = "tracing"))]
mod silent;
#[cfg(feature = "tracing")]
mod span;

#[cfg(not(feature = "tracing"))]
pub(crate) use silent::Trace;
#[cfg(feature = "tracing")]
pub(crate) use span::Trace;

use crate::error::Error;

impl Trace {
    /// Tells how the call ended, and gives the error back.
    pub(crate) fn failure(&self, error: Error) -> Error {
        self.outcome(kind(&error));
        error
    }
}

/// The variant in a word.
pub(crate) fn kind(error: &Error) -> &'static str {
    match error {
        Error::Config(_) => "config",
        Error::InvalidRequest(_) => "invalid_request",
        Error::Transport(_) => "transport",
        Error::Timeout(_) => "timeout",
        Error::Status(_) => "status",
        Error::Api(_) => "api",
        Error::Decode(_) => "decode",
        Error::OutcomeUnknown(_) => "outcome_unknown",
        Error::Irreconcilable(_) => "irreconcilable",
    }
}
