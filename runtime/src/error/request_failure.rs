//! The failures of a request that was valid.

use std::error::Error;
use std::fmt;

use super::connection::ConnectionError;
use super::decode::DecodeError;
use super::rejection::RejectionError;
use super::response_too_large::ResponseTooLargeError;
use super::wrong_record::WrongRecordError;

/// The failure of a request: the cause of an unknown outcome, or of a missing access token.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RequestFailure {
    /// The connection failed.
    Transport(Box<ConnectionError>),
    /// No complete response in time.
    Timeout(Box<ConnectionError>),
    /// An HTTP status outside 2xx.
    Status(Box<RejectionError>),
    /// An HTTP status of 2xx with a code other than 0.
    Api(Box<RejectionError>),
    /// A response of another shape than documented.
    Decode(Box<DecodeError>),
    /// A response about another record than the request.
    WrongRecord(Box<WrongRecordError>),
    /// A response body over the limit.
    ResponseTooLarge(Box<ResponseTooLargeError>),
}

impl RequestFailure {
    /// The operation of the request, as `section.operation`.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.operation,
            Self::Status(error) | Self::Api(error) => error.operation,
            Self::Decode(error) => error.operation,
            Self::WrongRecord(error) => error.operation,
            Self::ResponseTooLarge(error) => error.operation,
        }
    }

    /// The HTTP status, if a response began to arrive.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.status,
            Self::Status(error) | Self::Api(error) => Some(error.status),
            Self::Decode(error) => Some(error.status),
            Self::WrongRecord(error) => Some(error.status),
            Self::ResponseTooLarge(error) => Some(error.status),
        }
    }

    /// The raw response body, if a response arrived. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> Option<&[u8]> {
        match self {
            Self::Transport(_) | Self::Timeout(_) | Self::ResponseTooLarge(_) => None,
            Self::Status(error) | Self::Api(error) => Some(error.raw_body()),
            Self::Decode(error) => Some(error.raw_body()),
            Self::WrongRecord(error) => Some(error.raw_body()),
        }
    }

    pub(super) fn rejection(&self) -> Option<&RejectionError> {
        match self {
            Self::Status(error) | Self::Api(error) => Some(error),
            _ => None,
        }
    }

    pub(super) fn connection(&self) -> Option<&ConnectionError> {
        match self {
            Self::Transport(error) | Self::Timeout(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for RequestFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // What was sent is told by the error that this is the cause of.
            Self::Transport(error) | Self::Timeout(error) => error.fmt_problem(f),
            Self::Status(error) | Self::Api(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::WrongRecord(error) => error.fmt(f),
            Self::ResponseTooLarge(error) => error.fmt(f),
        }
    }
}

impl Error for RequestFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.connection().and_then(Error::source)
    }
}
