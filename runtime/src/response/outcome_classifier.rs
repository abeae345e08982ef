//! Classification of errors: whether the outcome of a call is unknown.

use std::sync::Arc;

use crate::error::{Error, OutcomeUnknownCause, OutcomeUnknownError};
use crate::operation::{Call, ReconcilePlan};

/// Classifies errors by whether they leave the outcome of a call open. An idempotent call has no
/// plan: it may be sent again.
#[derive(Clone)]
pub(crate) struct OutcomeClassifier(Option<Arc<ReconcilePlan>>);

impl OutcomeClassifier {
    pub(crate) fn idempotent() -> Self {
        Self(None)
    }

    pub(crate) fn for_call(call: Call, tier: Option<String>) -> Self {
        let plan = (!call.operation.idempotent).then(|| Arc::new(ReconcilePlan::new(call, tier)));
        Self(plan)
    }

    /// Converts an error that leaves the outcome open into [`Error::OutcomeUnknown`].
    pub(crate) fn classify(self, error: Error) -> Error {
        match self.0 {
            Some(plan) if is_ambiguous(&error, plan.operation) => {
                match OutcomeUnknownCause::try_from(error) {
                    Ok(cause) => OutcomeUnknownError::new(cause, plan).into(),
                    Err(error) => error,
                }
            }
            _ => error,
        }
    }
}

/// True if the server may have acted. A failed token request leaves nothing open: the call was not sent.
fn is_ambiguous(error: &Error, operation: &str) -> bool {
    let may_have_acted = match error {
        Error::Transport(_) | Error::Timeout(_) => !error.is_connect(),
        Error::Status(error) => is_server_failure(error.status),
        Error::ResponseTooLarge(error) => error.status < 300 || is_server_failure(error.status),
        Error::Decode(_) => true,
        _ => false,
    };
    may_have_acted && error.operation() == Some(operation)
}

fn is_server_failure(status: u16) -> bool {
    const NOT_IMPLEMENTED: u16 = 501;
    status >= 500 && status != NOT_IMPLEMENTED
}
