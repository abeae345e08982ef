//! Why a notification is no notification, or not to be believed.

use std::error::Error as StdError;
use std::fmt;

use super::difference::PaymentMismatch;
use crate::error::Error;

/// Why a body cannot be read as a notification. Nothing of the body is repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WebhookError {
    /// It is longer than any notification.
    TooLong,
    /// The content type is neither JSON nor a form.
    UnknownContentType,
    /// It is no text in UTF-8.
    NotUtf8,
    /// It is no JSON object.
    NotJson,
    /// It names a field twice, so that two readers may read two things.
    Repeated,
    /// This field is missing.
    Missing(&'static str),
    /// This field is something else than a short text.
    Invalid(&'static str),
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a notification: ")?;
        match self {
            Self::TooLong => f.write_str("the body is too long"),
            Self::UnknownContentType => f.write_str("the content type is neither JSON nor a form"),
            Self::NotUtf8 => f.write_str("the body is not UTF-8"),
            Self::NotJson => f.write_str("the body is not a JSON object"),
            Self::Repeated => f.write_str("a field is there twice"),
            Self::Missing(field) => write!(f, "`{field}` is missing"),
            Self::Invalid(field) => write!(f, "`{field}` is not a short text"),
        }
    }
}

impl StdError for WebhookError {}

/// Why there is no verified payment.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum VerifyError {
    /// The server knows no such payment: the notification is made up, or for other keys.
    NotFound(Error),
    /// The payment could not be looked up, so nothing is known. Answer 500 or look it up later.
    Call(Error),
    /// The payment is there and not what the order asks for.
    Mismatch(PaymentMismatch),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(error) => write!(f, "the server knows no such payment: {error}"),
            Self::Call(error) => write!(f, "the payment could not be looked up: {error}"),
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
