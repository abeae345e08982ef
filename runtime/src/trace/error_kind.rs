//! The kind of an error in traces.

use crate::error::Error;

/// The variant of an error, in snake case.
pub(crate) fn error_kind(error: &Error) -> &'static str {
    match error {
        Error::Config(_) => "config",
        Error::InvalidRequest(_) => "invalid_request",
        Error::Journal(_) => "journal",
        Error::Token(_) => "token",
        Error::Transport(_) => "transport",
        Error::Timeout(_) => "timeout",
        Error::Status(_) => "status",
        Error::Api(_) => "api",
        Error::Decode(_) => "decode",
        Error::WrongRecord(_) => "wrong_record",
        Error::ResponseTooLarge(_) => "response_too_large",
        Error::OutcomeUnknown(_) => "outcome_unknown",
        Error::ReconcileUnsupported(_) => "reconcile_unsupported",
    }
}
