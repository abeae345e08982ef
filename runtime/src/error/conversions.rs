//! The conversions between the errors of a call.

use std::convert::Infallible;

use super::call::Error;
use super::config::ConfigError;
use super::connection::ConnectionError;
use super::decode::DecodeError;
use super::invalid_request::InvalidRequestError;
use super::journal::JournalError;
use super::outcome_unknown::OutcomeUnknownError;
use super::reconcile_unsupported::ReconcileUnsupportedError;
use super::rejection::RejectionError;
use super::request_failure::RequestFailure;
use super::response_too_large::ResponseTooLargeError;
use super::token::TokenError;
use super::wrong_record::WrongRecordError;

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

impl From<JournalError> for Error {
    fn from(error: JournalError) -> Self {
        Self::Journal(Box::new(error))
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

impl From<ReconcileUnsupportedError> for Error {
    fn from(error: ReconcileUnsupportedError) -> Self {
        Self::ReconcileUnsupported(error)
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

impl Error {
    /// The error of a call for which a token request failed.
    pub(crate) fn without_token(self, operation: &'static str, after_unauthorized: bool) -> Self {
        match RequestFailure::try_from(self) {
            Ok(cause) => TokenError { operation, after_unauthorized, cause }.into(),
            Err(other) => other,
        }
    }
}
