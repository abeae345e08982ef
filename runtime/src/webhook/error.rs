//! The errors of parsing and verifying notifications.

use std::error::Error as StdError;
use std::fmt;

use super::difference::PaymentMismatch;
use crate::error::Error;

/// A body that is not a valid notification. Nothing of the body is repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebhookError {
    /// The body is too long.
    TooLong,
    /// The content type is neither JSON nor a form.
    UnknownContentType,
    /// The body is not valid UTF-8.
    NotUtf8,
    /// The body is not a JSON object, or nested too deeply.
    NotJson,
    /// A field is duplicated, so that two parsers may read two values.
    DuplicateField,
    /// This field is missing.
    Missing(&'static str),
    /// This field is not a short text.
    Invalid(&'static str),
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid notification: ")?;
        match self {
            Self::TooLong => f.write_str("the body is too long"),
            Self::UnknownContentType => f.write_str("the content type is neither JSON nor a form"),
            Self::NotUtf8 => f.write_str("the body is not valid UTF-8"),
            Self::NotJson => f.write_str("the body is not a JSON object"),
            Self::DuplicateField => f.write_str("a field is duplicated"),
            Self::Missing(field) => write!(f, "`{field}` is missing"),
            Self::Invalid(field) => write!(f, "`{field}` is not a short text"),
        }
    }
}

impl StdError for WebhookError {}

/// An error of verifying a notification.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum VerifyError {
    /// The payment does not exist: the notification is forged, or for another merchant.
    NotFound(Error),
    /// The payment could not be fetched. Respond with 500, or fetch it later.
    Call(Error),
    /// The payment does not match the order.
    Mismatch(PaymentMismatch),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(error) => write!(f, "the payment does not exist: {error}"),
            Self::Call(error) => write!(f, "the payment could not be fetched: {error}"),
            Self::Mismatch(mismatch) => mismatch.fmt(f),
        }
    }
}

impl From<Error> for VerifyError {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl StdError for VerifyError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::NotFound(error) | Self::Call(error) => error.source(),
            Self::Mismatch(_) => None,
        }
    }
}
