//! Classification of errors: whether the outcome of a call is unknown.

use std::sync::Arc;

use crate::error::{Error, OutcomeUnknownCause, OutcomeUnknownError};
use crate::operation::{Call, ReconcilePlan};

/// Tells errors that leave the outcome of a call open from others. An idempotent call has no plan:
/// it may be sent again.
#[derive(Clone)]
pub(crate) struct Inquiry(Option<Arc<ReconcilePlan>>);

impl Inquiry {
    pub(crate) fn none() -> Self {
        Self(None)
    }

    pub(crate) fn about(call: Call, tier: Option<String>) -> Self {
        let plan = (!call.operation.repeatable).then(|| Arc::new(ReconcilePlan::new(call, tier)));
        Self(plan)
    }

    /// The error, or [`Error::OutcomeUnknown`] if it leaves the outcome open.
    pub(crate) fn judge(self, error: Error) -> Error {
        match self.0 {
            Some(plan) if leaves_open(&error, plan.operation) => {
                match OutcomeUnknownCause::try_from(error) {
                    Ok(cause) => OutcomeUnknownError::new(cause, plan).into(),
                    Err(error) => error,
                }
            }
            _ => error,
        }
    }
}

/// Whether the server may have acted. One that could not get a token was not even asked.
fn leaves_open(error: &Error, operation: &str) -> bool {
    const NOT_IMPLEMENTED: u16 = 501;
    let is_open = match error {
        Error::Transport(_) | Error::Timeout(_) => !error.is_connect(),
        Error::Status(error) => error.status >= 500 && error.status != NOT_IMPLEMENTED,
        Error::Decode(_) => true,
        _ => false,
    };
    is_open && error.operation() == Some(operation)
}
