//! Everything that can go wrong with a call.

mod body;
mod config;
mod connection;
mod decode;
mod invalid_request;
mod rejection;

use std::error::Error as StdError;
use std::fmt;

pub(crate) use body::Body;
pub use config::ConfigError;
pub use connection::ConnectionError;
pub use decode::DecodeError;
pub use invalid_request::InvalidRequestError;
pub use rejection::RejectionError;

/// Why a client could not be built or a call brought no result.
///
/// What matters most is whether money may have moved:
///
/// | variant | did the server act? |
/// |---|---|
/// | [`Config`](Self::Config), [`InvalidRequest`](Self::InvalidRequest) | no: nothing was sent |
/// | [`Transport`](Self::Transport), [`Timeout`](Self::Timeout) | unknown, unless [`is_connect`](Self::is_connect): then nothing was sent |
/// | [`Status`](Self::Status) | 4xx: no; 5xx: unknown |
/// | [`Api`](Self::Api) | no, as the server says itself |
/// | [`Decode`](Self::Decode) | probably: the answer says success and could not be read |
///
/// Neither `Display` nor `Debug` shows keys, tokens, addresses with a query, or bodies; the server's
/// own [`message`](Self::message) is shown.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// The client cannot be built or used like this.
    Config(ConfigError),
    /// A value cannot be sent; nothing was.
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
        }
    }

    /// The HTTP status, if an answer began to arrive.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Config(_) | Self::InvalidRequest(_) => None,
            Self::Transport(error) | Self::Timeout(error) => error.status,
            Self::Status(error) | Self::Api(error) => Some(error.status),
            Self::Decode(error) => Some(error.status),
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
            _ => None,
        }
    }

    /// Whether there was no connection, so that nothing was sent and sending again is safe.
    pub fn is_connect(&self) -> bool {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.is_connect(),
            _ => false,
        }
    }

    fn rejection(&self) -> Option<&RejectionError> {
        match self {
            Self::Status(error) | Self::Api(error) => Some(error),
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
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.source(),
            _ => None,
        }
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
