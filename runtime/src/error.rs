//! Everything that can go wrong with a call.

mod body;
mod config;
mod connection;
mod decode;
mod http;
mod invalid_request;
mod irreconcilable;
mod json;
mod outcome_unknown;
mod outcome_unknown_cause;
mod rejection;

use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt;

pub(crate) use body::Body;
pub use config::ConfigError;
pub use connection::ConnectionError;
pub use decode::DecodeError;
pub use http::HttpError;
pub use invalid_request::{InvalidRequestError, Violation};
pub use irreconcilable::IrreconcilableError;
pub use json::JsonError;
pub use outcome_unknown::OutcomeUnknownError;
pub use outcome_unknown_cause::OutcomeUnknownCause;
pub use rejection::RejectionError;

use bytes::Bytes;

/// Why a client could not be built or a call brought no result.
///
/// What matters most is whether money may have moved:
///
/// | variant | did the server act? |
/// |---|---|
/// | [`Config`](Self::Config), [`InvalidRequest`](Self::InvalidRequest) | no: nothing was sent |
/// | [`OutcomeUnknown`](Self::OutcomeUnknown) | **unknown**: `client.reconcile(&error)` before sending it again |
/// | [`Transport`](Self::Transport), [`Timeout`](Self::Timeout) | no if [`is_connect`](Self::is_connect): nothing was sent; else it does not matter |
/// | [`Status`](Self::Status) | 4xx and 501: no; other 5xx: it does not matter |
/// | [`Api`](Self::Api) | no, as the server says itself |
/// | [`Decode`](Self::Decode) | yes, and it does not matter |
/// | [`Irreconcilable`](Self::Irreconcilable) | still unknown: no read can tell |
///
/// It does not matter where sending the same request again changes nothing: whatever leaves the
/// outcome of another request open is `OutcomeUnknown`.
///
/// Neither `Display` nor `Debug` shows keys, tokens, addresses with a query, or bodies; the server's
/// own [`message`](Self::message) is shown.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// The client cannot be built or used like this.
    Config(ConfigError),
    /// Values cannot be sent; nothing was.
    InvalidRequest(Box<InvalidRequestError>),
    /// No connection, or it broke.
    Transport(Box<ConnectionError>),
    /// No connection or no complete answer in time.
    Timeout(Box<ConnectionError>),
    /// An HTTP status outside 2xx.
    Status(Box<RejectionError>),
    /// An HTTP status of 2xx, and yet a code other than 0.
    Api(Box<RejectionError>),
    /// An answer of another shape than documented.
    Decode(Box<DecodeError>),
    /// The answer to a request that must not be sent twice was lost: the server may have acted.
    OutcomeUnknown(Box<OutcomeUnknownError>),
    /// No read can tell what became of a request.
    Irreconcilable(IrreconcilableError),
}

impl Error {
    /// The operation, as `section.operation`. It is `authentication.get_token` when no token could
    /// be had for the call.
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Config(_) => None,
            Self::InvalidRequest(error) => Some(error.operation),
            Self::Transport(error) | Self::Timeout(error) => Some(error.operation),
            Self::Status(error) | Self::Api(error) => Some(error.operation),
            Self::Decode(error) => Some(error.operation),
            Self::OutcomeUnknown(error) => Some(error.operation),
            Self::Irreconcilable(error) => Some(error.operation),
        }
    }

    /// The HTTP status, if an answer began to arrive.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Config(_) | Self::InvalidRequest(_) | Self::Irreconcilable(_) => None,
            Self::Transport(error) | Self::Timeout(error) => error.status,
            Self::Status(error) | Self::Api(error) => Some(error.status),
            Self::Decode(error) => Some(error.status),
            Self::OutcomeUnknown(error) => error.status(),
        }
    }

    /// The code of the server's envelope. The same failure has had different codes over the years:
    /// show it, but do not branch on it.
    pub fn code(&self) -> Option<i64> {
        self.rejection()?.code
    }

    /// The message of the server's envelope, usually in Korean.
    pub fn message(&self) -> Option<&str> {
        self.rejection()?.message.as_deref()
    }

    /// The answer as it arrived, for a program that has to know what happened. It may hold personal
    /// data: do not log it.
    pub fn raw_body(&self) -> Option<&[u8]> {
        match self {
            Self::Status(error) | Self::Api(error) => Some(error.raw_body()),
            Self::Decode(error) => Some(error.raw_body()),
            Self::OutcomeUnknown(error) => error.raw_body(),
            _ => None,
        }
    }

    /// Whether nothing was sent, so that sending again is safe: there was no connection, or the time
    /// was up before.
    pub fn is_connect(&self) -> bool {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.is_connect(),
            _ => false,
        }
    }

    /// A list that never ends is not what is documented.
    pub(crate) fn repeated_page(operation: &'static str, body: Bytes) -> Self {
        DecodeError {
            operation,
            status: 200,
            path: "$.response".to_owned(),
            expected: "another page",
            found: "the page before it again",
            body: Body::new(body),
        }
        .into()
    }

    fn rejection(&self) -> Option<&RejectionError> {
        match self {
            Self::Status(error) | Self::Api(error) => Some(error),
            Self::OutcomeUnknown(error) => error.cause.rejection(),
            _ => None,
        }
    }

    /// Without the body that could not be decoded: one that was to bring a token may hold it.
    pub(crate) fn without_undecoded_body(mut self) -> Self {
        if let Self::Decode(error) = &mut self {
            error.body = Body::default();
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Config(error) => error.fmt(f),
            Self::InvalidRequest(error) => error.fmt(f),
            Self::Transport(error) | Self::Timeout(error) => error.fmt(f),
            Self::Status(error) | Self::Api(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::OutcomeUnknown(error) => error.fmt(f),
            Self::Irreconcilable(error) => error.fmt(f),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.source(),
            Self::OutcomeUnknown(error) => error.source(),
            _ => None,
        }
    }
}

/// What cannot fail needs no error, as where a client is made of what the builder has checked.
impl From<Infallible> for Error {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<InvalidRequestError> for Error {
    fn from(error: InvalidRequestError) -> Self {
        Self::InvalidRequest(Box::new(error))
    }
}

impl From<ConnectionError> for Error {
    fn from(error: ConnectionError) -> Self {
        if error.is_timeout() {
            Self::Timeout(Box::new(error))
        } else {
            Self::Transport(Box::new(error))
        }
    }
}

impl From<RejectionError> for Error {
    fn from(error: RejectionError) -> Self {
        if (200..300).contains(&error.status) {
            Self::Api(Box::new(error))
        } else {
            Self::Status(Box::new(error))
        }
    }
}

impl From<DecodeError> for Error {
    fn from(error: DecodeError) -> Self {
        Self::Decode(Box::new(error))
    }
}

impl From<OutcomeUnknownError> for Error {
    fn from(error: OutcomeUnknownError) -> Self {
        Self::OutcomeUnknown(Box::new(error))
    }
}

impl TryFrom<Error> for OutcomeUnknownCause {
    type Error = Error;

    /// The failure, if it is one that can leave an outcome open; else the error itself.
    fn try_from(error: Error) -> Result<Self, Error> {
        match error {
            Error::Transport(error) => Ok(Self::Transport(error)),
            Error::Timeout(error) => Ok(Self::Timeout(error)),
            Error::Status(error) => Ok(Self::Status(error)),
            Error::Decode(error) => Ok(Self::Decode(error)),
            other => Err(other),
        }
    }
}

impl From<IrreconcilableError> for Error {
    fn from(error: IrreconcilableError) -> Self {
        Self::Irreconcilable(error)
    }
}
