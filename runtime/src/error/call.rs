//! The error of a call.

use super::body::Body;
use super::config::ConfigError;
use super::connection::{ConnectionError, EarlierAttempts};
use super::decode::DecodeError;
use super::details::ErrorDetails;
use super::invalid_request::InvalidRequestError;
use super::journal::JournalError;
use super::outcome_unknown::OutcomeUnknownError;
use super::reconcile_unsupported::ReconcileUnsupportedError;
use super::rejection::RejectionError;
use super::response_too_large::ResponseTooLargeError;
use super::token::TokenError;
use super::wrong_record::WrongRecordError;

/// An error of building a client, or of a call.
///
/// The variants tell whether the server may have acted, that is, whether money may have moved:
///
/// | variant | has the server acted? |
/// |---|---|
/// | [`Config`](Self::Config), [`InvalidRequest`](Self::InvalidRequest), [`Journal`](Self::Journal) | no: nothing was sent |
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
/// [`message`](Self::message) of the server. `{:?}`, with which Rust prints an error that `main` returns, is the
/// sentence of `Display` with its causes, and `{:#?}` shows the fields.
#[derive(Clone)]
#[non_exhaustive]
pub enum Error {
    /// The configuration of the client is invalid.
    Config(ConfigError),
    /// The request is invalid; nothing was sent.
    InvalidRequest(Box<InvalidRequestError>),
    /// The journal failed, so that nothing was sent.
    Journal(Box<JournalError>),
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
            Self::Journal(error) => error.operation(),
            _ => Some(self.details()?.operation()),
        }
    }

    /// The HTTP status, if a response began to arrive.
    pub fn status(&self) -> Option<u16> {
        self.details()?.status()
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
        self.details()?.raw_body()
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

    pub(crate) fn rejection(&self) -> Option<&RejectionError> {
        self.details()?.rejection()
    }

    /// The data of the error, or of the failed request that is its cause.
    fn details(&self) -> Option<&dyn ErrorDetails> {
        Some(match self {
            Self::Config(_) | Self::Journal(_) => return None,
            Self::InvalidRequest(error) => &**error,
            Self::ReconcileUnsupported(error) => error,
            Self::Token(error) => error.cause.details(),
            Self::OutcomeUnknown(error) => error.cause.details(),
            Self::Transport(error) | Self::Timeout(error) => &**error,
            Self::Status(error) | Self::Api(error) => &**error,
            Self::Decode(error) => &**error,
            Self::WrongRecord(error) => &**error,
            Self::ResponseTooLarge(error) => &**error,
        })
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
