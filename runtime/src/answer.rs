//! What came back.

use crate::envelope::{self, Problem};
use crate::error::{Body, DecodeError, Error, RejectionError};
use crate::json::FromJson;

/// An answer with its body read and nothing decided yet.
pub struct Answer {
    operation: &'static str,
    status: u16,
    body: Vec<u8>,
}

impl Answer {
    pub(crate) fn new(operation: &'static str, status: u16, body: Vec<u8>) -> Self {
        Self { operation, status, body }
    }

    pub(crate) fn status(&self) -> u16 {
        self.status
    }

    /// The `response` of the envelope.
    ///
    /// # Errors
    ///
    /// When the server refused, or its answer cannot be read.
    pub fn response<T: FromJson>(self) -> Result<T, Error> {
        let read = envelope::open(self.status, &self.body).and_then(|response| {
            T::from_json(response).map_err(|mismatch| mismatch.inside("response").into())
        });
        read.map_err(|problem| self.error(problem))
    }

    /// Success, whatever the `response` of the envelope is.
    ///
    /// # Errors
    ///
    /// When the server refused, or its answer cannot be read.
    pub fn nothing(self) -> Result<(), Error> {
        let read = envelope::open(self.status, &self.body).map(|_| ());
        read.map_err(|problem| self.error(problem))
    }

    fn error(self, problem: Problem) -> Error {
        let body = Body::new(self.body);
        match problem {
            Problem::Rejected { code, message } => RejectionError {
                operation: self.operation,
                status: self.status,
                code,
                message,
                body,
            }
            .into(),
            Problem::Unreadable(mismatch) => DecodeError {
                operation: self.operation,
                status: self.status,
                path: mismatch.path(),
                expected: mismatch.expected(),
                found: mismatch.found(),
                body,
            }
            .into(),
        }
    }
}
