//! Classification of errors: whether the outcome of a call is unknown.

use std::sync::Arc;
use std::time::Duration;

use super::envelope::MULTI_STATUS;
use crate::error::{Error, OutcomeUnknownError, RequestFailure};
use crate::operation::{Call, ReconcilePlan};

/// Classifies errors by whether they leave the outcome of a call open. An idempotent call has no
/// plan: it may be sent again.
#[derive(Clone)]
pub(crate) struct OutcomeClassifier(Option<Arc<ReconcilePlan>>);

impl OutcomeClassifier {
    pub(crate) fn idempotent() -> Self {
        Self(None)
    }

    pub(crate) fn for_call(call: Call, tier: Option<String>, timeout: Duration) -> Self {
        let is_idempotent = call.operation.idempotent;
        Self((!is_idempotent).then(|| Arc::new(ReconcilePlan::new(call, tier, timeout))))
    }

    pub(crate) fn is_idempotent(&self) -> bool {
        self.0.is_none()
    }

    /// Converts an error that leaves the outcome open into [`Error::OutcomeUnknown`].
    pub(crate) fn classify(self, error: Error) -> Error {
        match self.0 {
            Some(plan) if is_ambiguous(&error) => match RequestFailure::try_from(error) {
                Ok(cause) => OutcomeUnknownError::new(cause, plan).into(),
                Err(error) => error,
            },
            _ => error,
        }
    }
}

/// True if the server may have acted.
fn is_ambiguous(error: &Error) -> bool {
    match error {
        // What an earlier attempt may have done does not count: it was rejected with HTTP 401.
        Error::Transport(error) | Error::Timeout(error) => !error.is_not_sent(),
        Error::Status(error) => !is_rejection(error.status),
        // A rejection of a part only, and what became of the rest is not known.
        Error::Api(error) => error.status == MULTI_STATUS,
        Error::ResponseTooLarge(error) => !is_rejection(error.status),
        Error::Decode(_) | Error::WrongRecord(_) => true,
        _ => false,
    }
}

/// True for the statuses of requests that the server did not carry out. A redirect is none of them: it
/// is what follows a POST that was carried out.
fn is_rejection(status: u16) -> bool {
    const NOT_IMPLEMENTED: u16 = 501;
    (400..500).contains(&status) || status == NOT_IMPLEMENTED
}
