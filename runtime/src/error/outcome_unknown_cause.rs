//! The failures that leave the outcome of a request unknown.

use std::error::Error;
use std::fmt;

use super::connection::ConnectionError;
use super::decode::DecodeError;
use super::rejection::RejectionError;
use super::response_too_large::ResponseTooLargeError;

/// The failure that left the outcome of a request unknown.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OutcomeUnknownCause {
    /// The connection broke after the request was sent.
    Transport(Box<ConnectionError>),
    /// No complete response in time.
    Timeout(Box<ConnectionError>),
    /// An HTTP status of 5xx, other than 501.
    Status(Box<RejectionError>),
    /// A response of another shape than documented.
    Decode(Box<DecodeError>),
    /// A response body over the limit.
    ResponseTooLarge(Box<ResponseTooLargeError>),
}

impl OutcomeUnknownCause {
    /// The HTTP status, if a response began to arrive.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.status,
            Self::Status(error) => Some(error.status),
            Self::Decode(error) => Some(error.status),
            Self::ResponseTooLarge(error) => Some(error.status),
        }
    }

    /// The raw response body, if a response arrived. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> Option<&[u8]> {
        match self {
            Self::Transport(_) | Self::Timeout(_) | Self::ResponseTooLarge(_) => None,
            Self::Status(error) => Some(error.raw_body()),
            Self::Decode(error) => Some(error.raw_body()),
        }
    }

    pub(super) fn rejection(&self) -> Option<&RejectionError> {
        match self {
            Self::Status(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for OutcomeUnknownCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.fmt(f),
            Self::Status(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::ResponseTooLarge(error) => error.fmt(f),
        }
    }
}

impl Error for OutcomeUnknownCause {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.source(),
            Self::Status(_) | Self::Decode(_) | Self::ResponseTooLarge(_) => None,
        }
    }
}
