//! The data that the errors of a request have in common.

use std::error::Error;

use super::connection::ConnectionError;
use super::decode::DecodeError;
use super::invalid_request::InvalidRequestError;
use super::reconcile_unsupported::ReconcileUnsupportedError;
use super::rejection::RejectionError;
use super::response_too_large::ResponseTooLargeError;
use super::wrong_record::WrongRecordError;

/// The data of an error that can be read without knowing its type.
pub(super) trait ErrorDetails: Error {
    /// The operation, as `section.operation`.
    fn operation(&self) -> &'static str;

    /// The HTTP status, if a response began to arrive.
    fn status(&self) -> Option<u16> {
        None
    }

    /// The raw response body, if a response arrived.
    fn raw_body(&self) -> Option<&[u8]> {
        None
    }

    /// The error itself, if it is a rejection.
    fn rejection(&self) -> Option<&RejectionError> {
        None
    }
}

impl ErrorDetails for InvalidRequestError {
    fn operation(&self) -> &'static str {
        self.operation
    }
}

impl ErrorDetails for ReconcileUnsupportedError {
    fn operation(&self) -> &'static str {
        self.operation
    }
}

impl ErrorDetails for ConnectionError {
    fn operation(&self) -> &'static str {
        self.operation
    }

    fn status(&self) -> Option<u16> {
        self.status
    }
}

impl ErrorDetails for ResponseTooLargeError {
    fn operation(&self) -> &'static str {
        self.operation
    }

    fn status(&self) -> Option<u16> {
        Some(self.status)
    }
}

impl ErrorDetails for DecodeError {
    fn operation(&self) -> &'static str {
        self.operation
    }

    fn status(&self) -> Option<u16> {
        Some(self.status)
    }

    fn raw_body(&self) -> Option<&[u8]> {
        Some(self.raw_body())
    }
}

impl ErrorDetails for WrongRecordError {
    fn operation(&self) -> &'static str {
        self.operation
    }

    fn status(&self) -> Option<u16> {
        Some(self.status)
    }

    fn raw_body(&self) -> Option<&[u8]> {
        Some(self.raw_body())
    }
}

impl ErrorDetails for RejectionError {
    fn operation(&self) -> &'static str {
        self.operation
    }

    fn status(&self) -> Option<u16> {
        Some(self.status)
    }

    fn raw_body(&self) -> Option<&[u8]> {
        Some(self.raw_body())
    }

    fn rejection(&self) -> Option<&RejectionError> {
        Some(self)
    }
}
