//! Classification of errors: whether the outcome of a call is unknown.

use std::sync::Arc;
use std::time::Duration;

use super::envelope::MULTI_STATUS;
use crate::error::{Error, OutcomeUnknownError, RequestFailure};
use crate::operation::{Call, Identity, ReconcilePlan};

/// The facts about a call that tell what its response means. An idempotent call may be sent again, so that its
/// errors leave nothing open.
#[derive(Clone)]
pub(crate) enum OutcomeClassifier {
    /// The identity of an idempotent call; none if any record will do.
    Idempotent(Option<Arc<Identity>>),
    /// The plan of a call that must not be sent twice.
    Acting(Arc<ReconcilePlan>),
}

impl OutcomeClassifier {
    pub(crate) fn without_identity() -> Self {
        Self::Idempotent(None)
    }

    pub(crate) fn for_call(call: Call, tier: Option<String>, timeout: Duration) -> Self {
        if call.operation.idempotent {
            let has_identity = !call.operation.identity.is_empty();
            return Self::Idempotent(has_identity.then(|| Arc::new(Identity::of(&call))));
        }
        Self::Acting(Arc::new(ReconcilePlan::new(call, tier, timeout)))
    }

    pub(crate) fn is_idempotent(&self) -> bool {
        self.plan().is_none()
    }

    /// The plan of a call that must not be sent twice.
    pub(crate) fn plan(&self) -> Option<&ReconcilePlan> {
        match self {
            Self::Idempotent(_) => None,
            Self::Acting(plan) => Some(plan),
        }
    }

    /// The record that the request is about; none if any will do.
    pub(super) fn identity(&self) -> Option<&Identity> {
        match self {
            Self::Idempotent(identity) => identity.as_deref(),
            Self::Acting(plan) => Some(&plan.expected.identity),
        }
    }

    /// Converts an error that leaves the outcome open into [`Error::OutcomeUnknown`].
    pub(crate) fn classify(&self, error: Error) -> Error {
        match self {
            Self::Acting(plan) if is_ambiguous(&error) => match RequestFailure::try_from(error) {
                Ok(cause) => OutcomeUnknownError::new(cause, Arc::clone(plan)).into(),
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
