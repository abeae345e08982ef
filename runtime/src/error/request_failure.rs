//! The failures of a request that was valid.

use std::error::Error;
use std::fmt;

use super::connection::ConnectionError;
use super::decode::DecodeError;
use super::details::ErrorDetails;
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
        self.details().operation()
    }

    /// The HTTP status, if a response began to arrive.
    pub fn status(&self) -> Option<u16> {
        self.details().status()
    }

    /// The raw response body, if a response arrived. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> Option<&[u8]> {
        self.details().raw_body()
    }

    pub(super) fn details(&self) -> &dyn ErrorDetails {
        match self {
            Self::Transport(error) | Self::Timeout(error) => &**error,
            Self::Status(error) | Self::Api(error) => &**error,
            Self::Decode(error) => &**error,
            Self::WrongRecord(error) => &**error,
            Self::ResponseTooLarge(error) => &**error,
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
        // What was sent is told by the error that this is the cause of.
        match self.connection() {
            Some(error) => error.fmt_problem(f),
            None => fmt::Display::fmt(self.details(), f),
        }
    }
}

impl Error for RequestFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.details().source()
    }
}
