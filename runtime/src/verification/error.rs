//! The errors of parsing untrusted requests and of verifying payments.

use std::error::Error as StdError;
use std::fmt;

use super::difference::PaymentMismatch;
use crate::error::{Error, report};

/// A request that is not valid. Nothing of the request is repeated.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseError {
    /// The body or the query is too long.
    TooLong,
    /// The content type is neither JSON nor a form.
    UnknownContentType,
    /// The body is not a JSON object, or nested too deeply.
    NotJson,
    /// This field is repeated with another value, so that two parsers may read two values.
    Ambiguous(&'static str),
    /// This field is missing.
    Missing(&'static str),
    /// This field has a value that it cannot have.
    Invalid(&'static str),
}

impl ParseError {
    /// The HTTP status to respond with: 400, because the sender is to blame.
    pub fn status(&self) -> u16 {
        400
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid request: ")?;
        match self {
            Self::TooLong => f.write_str("it is too long"),
            Self::UnknownContentType => f.write_str("the content type is neither JSON nor a form"),
            Self::NotJson => f.write_str("the body is not a JSON object"),
            Self::Ambiguous(field) => write!(f, "`{field}` is repeated with another value"),
            Self::Missing(field) => write!(f, "`{field}` is missing"),
            Self::Invalid(field) => write!(f, "`{field}` is invalid"),
        }
    }
}

impl fmt::Debug for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        report(self, f)
    }
}

impl StdError for ParseError {}

/// An error of verifying a payment.
#[derive(Clone)]
#[non_exhaustive]
pub enum VerifyError {
    /// The payment does not exist: the request is forged, or for another merchant, or nobody has tried to
    /// pay the order. Payments of test channels do not exist unless the client
    /// [includes](crate::ClientBuilder::include_test_payments) them.
    NotFound(Error),
    /// The payment could not be read. Verify it later.
    Call(Error),
    /// The payment does not match the order.
    Mismatch(PaymentMismatch),
}

impl VerifyError {
    /// The HTTP status to respond to a webhook with: 500 if the payment could not be read, so that PortOne
    /// sends the webhook again, and 200 otherwise.
    pub fn webhook_status(&self) -> u16 {
        match self {
            Self::Call(_) => 500,
            Self::NotFound(_) | Self::Mismatch(_) => 200,
        }
    }

    /// The error of a read.
    pub(super) fn of_read(error: Error) -> Self {
        if error.is_not_found() { Self::NotFound(error) } else { Self::Call(error) }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(error) => write!(f, "the payment does not exist: {error}"),
            Self::Call(error) => write!(f, "the payment could not be read: {error}"),
            Self::Mismatch(mismatch) => mismatch.fmt(f),
        }
    }
}

impl fmt::Debug for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            _ if !f.alternate() => report(self, f),
            Self::NotFound(error) => f.debug_tuple("NotFound").field(error).finish(),
            Self::Call(error) => f.debug_tuple("Call").field(error).finish(),
            Self::Mismatch(mismatch) => f.debug_tuple("Mismatch").field(mismatch).finish(),
        }
    }
}

impl From<Error> for VerifyError {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl From<PaymentMismatch> for VerifyError {
    fn from(mismatch: PaymentMismatch) -> Self {
        Self::Mismatch(mismatch)
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
