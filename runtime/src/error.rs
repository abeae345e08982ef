//! The errors of a call.

mod body;
mod config;
mod connection;
mod decode;
mod hint;
mod http;
mod invalid_request;
mod json;
mod outcome_unknown;
mod reconcile_unsupported;
mod rejection;
mod request_failure;
mod response_too_large;
mod token;
mod wrong_record;

use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt;

pub(crate) use body::Body;
pub use config::ConfigError;
pub use connection::ConnectionError;
pub(crate) use connection::EarlierAttempts;
pub use decode::DecodeError;
pub(crate) use hint::{GET_TOKEN, UNAUTHORIZED};
pub use http::HttpError;
pub use invalid_request::{InvalidRequestError, Violation};
pub use json::JsonError;
pub use outcome_unknown::OutcomeUnknownError;
pub use reconcile_unsupported::ReconcileUnsupportedError;
pub use rejection::RejectionError;
pub use request_failure::RequestFailure;
pub use response_too_large::ResponseTooLargeError;
pub use token::TokenError;
pub use wrong_record::WrongRecordError;

use bytes::Bytes;

/// An error of building a client, or of a call.
///
/// The variants tell whether the server may have acted, that is, whether money may have moved:
///
/// | variant | has the server acted? |
/// |---|---|
/// | [`Config`](Self::Config), [`InvalidRequest`](Self::InvalidRequest) | no: nothing was sent |
/// | [`Token`](Self::Token) | no: nothing of the call was sent, or it was rejected with HTTP 401 |
/// | [`OutcomeUnknown`](Self::OutcomeUnknown) | **unknown**: do not send it again; `client.reconcile(&error)` finds out |
/// | [`Transport`](Self::Transport), [`Timeout`](Self::Timeout) | no if [`is_connect`](Self::is_connect): nothing was sent; else no, or the call is idempotent |
/// | [`Status`](Self::Status) | 4xx and 501: no; any other: unknown, but the call is idempotent |
/// | [`Api`](Self::Api) | no: the server rejected the request |
/// | [`Decode`](Self::Decode) | unknown, but the call is idempotent |
/// | [`WrongRecord`](Self::WrongRecord) | unknown, but the call is idempotent |
/// | [`ResponseTooLarge`](Self::ResponseTooLarge) | 4xx and 501: no; any other: unknown, but the call is idempotent |
/// | [`ReconcileUnsupported`](Self::ReconcileUnsupported) | still unknown: there is no read that shows it |
///
/// An idempotent call may be sent again in any case. A failure that leaves the outcome of another call
/// open is `OutcomeUnknown`, and nothing else is.
///
/// An error is data: it can be cloned, stored, sent to another thread and inspected without a client.
/// `Display` and `Debug` show neither credentials, tokens, query strings nor bodies; they show the
/// [`message`](Self::message) of the server.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// The configuration of the client is invalid.
    Config(ConfigError),
    /// The request is invalid; nothing was sent.
    InvalidRequest(Box<InvalidRequestError>),
    /// No access token could be obtained; the server has not acted.
    Token(Box<TokenError>),
    /// The connection failed.
    Transport(Box<ConnectionError>),
    /// No connection, or no complete response, in time.
    Timeout(Box<ConnectionError>),
    /// An HTTP status outside 2xx.
    Status(Box<RejectionError>),
    /// An HTTP status of 2xx with a code other than 0.
    Api(Box<RejectionError>),
    /// A response of another shape than documented.
    Decode(Box<DecodeError>),
    /// A response about another record than the request.
    WrongRecord(Box<WrongRecordError>),
    /// A response body over the limit of `ClientBuilder::max_response_bytes`.
    ResponseTooLarge(Box<ResponseTooLargeError>),
    /// The response to a request that is not idempotent was lost: the server may have acted.
    OutcomeUnknown(Box<OutcomeUnknownError>),
    /// The API has no read that shows whether a request was carried out.
    ReconcileUnsupported(ReconcileUnsupportedError),
}

impl Error {
    /// The operation, as `section.operation`: `authentication.get_token` if the call failed because no
    /// token could be obtained.
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Config(_) => None,
            Self::InvalidRequest(error) => Some(error.operation),
            Self::Token(error) => Some(error.cause.operation()),
            Self::Transport(error) | Self::Timeout(error) => Some(error.operation),
            Self::Status(error) | Self::Api(error) => Some(error.operation),
            Self::Decode(error) => Some(error.operation),
            Self::WrongRecord(error) => Some(error.operation),
            Self::ResponseTooLarge(error) => Some(error.operation),
            Self::OutcomeUnknown(error) => Some(error.operation),
            Self::ReconcileUnsupported(error) => Some(error.operation),
        }
    }

    /// The HTTP status, if a response began to arrive.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Config(_) | Self::InvalidRequest(_) | Self::ReconcileUnsupported(_) => None,
            Self::Token(error) => error.cause.status(),
            Self::Transport(error) | Self::Timeout(error) => error.status,
            Self::Status(error) | Self::Api(error) => Some(error.status),
            Self::Decode(error) => Some(error.status),
            Self::WrongRecord(error) => Some(error.status),
            Self::ResponseTooLarge(error) => Some(error.status),
            Self::OutcomeUnknown(error) => error.status(),
        }
    }

    /// The code of the envelope. The same failure has had different codes over the years: show it, but
    /// do not branch on it.
    pub fn code(&self) -> Option<i64> {
        self.rejection()?.code
    }

    /// The message of the envelope, usually in Korean.
    pub fn message(&self) -> Option<&str> {
        self.rejection()?.message.as_deref()
    }

    /// True if the server has proven that there is no record: with the documented response of the operation
    /// to a key that nothing has. A 404 alone proves nothing, for a proxy can send one as well.
    pub fn is_not_found(&self) -> bool {
        self.rejection().is_some_and(RejectionError::is_not_found)
    }

    /// The usual cause of a well-known rejection, and what to check. `Display` shows it too.
    pub fn hint(&self) -> Option<&'static str> {
        self.rejection()?.hint()
    }

    /// The raw response body. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> Option<&[u8]> {
        match self {
            Self::Status(error) | Self::Api(error) => Some(error.raw_body()),
            Self::Decode(error) => Some(error.raw_body()),
            Self::Token(error) => error.cause.raw_body(),
            Self::WrongRecord(error) => Some(error.raw_body()),
            Self::OutcomeUnknown(error) => error.raw_body(),
            _ => None,
        }
    }

    /// True if nothing was sent by any attempt, not even a token request, so that sending again is safe:
    /// there was no connection, or the deadline had passed.
    pub fn is_connect(&self) -> bool {
        match self {
            Self::Token(error) => error.is_connect(),
            Self::Transport(error) | Self::Timeout(error) => error.is_connect(),
            _ => false,
        }
    }

    /// The error for a page that repeats the previous one under another number.
    pub(crate) fn repeated_page(operation: &'static str, body: Bytes) -> Self {
        DecodeError {
            operation,
            status: 200,
            path: "$.response".to_owned(),
            expected: "the next page",
            found: "the previous page again",
            body: Body::new(body),
        }
        .into()
    }

    fn rejection(&self) -> Option<&RejectionError> {
        match self {
            Self::Status(error) | Self::Api(error) => Some(error),
            Self::Token(error) => error.cause.rejection(),
            Self::OutcomeUnknown(error) => error.cause.rejection(),
            _ => None,
        }
    }

    /// The error of a call for which a token request failed.
    pub(crate) fn without_token(self, operation: &'static str, after_unauthorized: bool) -> Self {
        match RequestFailure::try_from(self) {
            Ok(cause) => TokenError { operation, after_unauthorized, cause }.into(),
            Err(other) => other,
        }
    }

    /// Adds what became of earlier attempts of the call.
    pub(crate) fn after(mut self, earlier: EarlierAttempts) -> Self {
        if let Self::Transport(error) | Self::Timeout(error) = &mut self {
            error.set_earlier(earlier);
        }
        self
    }

    /// Drops the body that could not be decoded: the response to a token request may hold the token.
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
            Self::Token(error) => error.fmt(f),
            Self::Transport(error) | Self::Timeout(error) => error.fmt(f),
            Self::Status(error) | Self::Api(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::WrongRecord(error) => error.fmt(f),
            Self::ResponseTooLarge(error) => error.fmt(f),
            Self::OutcomeUnknown(error) => error.fmt(f),
            Self::ReconcileUnsupported(error) => error.fmt(f),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Token(error) => error.source(),
            Self::Transport(error) | Self::Timeout(error) => error.source(),
            Self::OutcomeUnknown(error) => error.source(),
            _ => None,
        }
    }
}

/// The conversion that `TryFrom` needs where building a client cannot fail.
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

impl From<TokenError> for Error {
    fn from(error: TokenError) -> Self {
        Self::Token(Box::new(error))
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

impl From<WrongRecordError> for Error {
    fn from(error: WrongRecordError) -> Self {
        Self::WrongRecord(Box::new(error))
    }
}

impl From<ResponseTooLargeError> for Error {
    fn from(error: ResponseTooLargeError) -> Self {
        Self::ResponseTooLarge(Box::new(error))
    }
}

impl From<OutcomeUnknownError> for Error {
    fn from(error: OutcomeUnknownError) -> Self {
        Self::OutcomeUnknown(Box::new(error))
    }
}

impl TryFrom<Error> for RequestFailure {
    type Error = Error;

    /// The failure, if the error is that of a single request; else the error itself.
    fn try_from(error: Error) -> Result<Self, Error> {
        match error {
            Error::Transport(error) => Ok(Self::Transport(error)),
            Error::Timeout(error) => Ok(Self::Timeout(error)),
            Error::Status(error) => Ok(Self::Status(error)),
            Error::Api(error) => Ok(Self::Api(error)),
            Error::Decode(error) => Ok(Self::Decode(error)),
            Error::WrongRecord(error) => Ok(Self::WrongRecord(error)),
            Error::ResponseTooLarge(error) => Ok(Self::ResponseTooLarge(error)),
            other => Err(other),
        }
    }
}

impl From<ReconcileUnsupportedError> for Error {
    fn from(error: ReconcileUnsupportedError) -> Self {
        Self::ReconcileUnsupported(error)
    }
}
