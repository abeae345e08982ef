//! The HTTP response and its envelope.

mod envelope;
mod outcome;
mod partial;
#[cfg(feature = "serde")]
mod partial_serde;

pub(crate) use outcome::Inquiry;
pub use partial::Partial;

use crate::error::{Body, DecodeError, Error, RejectionError};
use crate::http_client::Received;
use crate::json::{FromJson, Json, Object};
use crate::trace::Trace;
use envelope::Problem;
use partial::FAILED;

/// An answer with its body read and nothing decided yet.
pub struct Answer {
    operation: &'static str,
    received: Received,
    inquiry: Inquiry,
    trace: Trace,
}

impl Answer {
    pub(crate) fn new(
        operation: &'static str,
        received: Received,
        inquiry: Inquiry,
        trace: Trace,
    ) -> Self {
        Self { operation, received, inquiry, trace }
    }

    pub(crate) fn operation(&self) -> &'static str {
        self.operation
    }

    pub(crate) fn received(&self) -> &Received {
        &self.received
    }

    /// The `response` of the envelope.
    ///
    /// # Errors
    ///
    /// When the server refused, or its answer cannot be read.
    pub fn response<T: FromJson>(self) -> Result<T, Error> {
        let read = read(self.operation, &self.received, T::from_json);
        self.end(read)
    }

    /// The list in the `response` of the envelope, which HTTP 207 says is not all that was asked for.
    ///
    /// # Errors
    ///
    /// When the server refused, or its answer cannot be read.
    pub fn partial<T: FromJson>(self) -> Result<Partial<T>, Error> {
        let some_failed = self.received.status == envelope::MULTI_STATUS;
        let read = read_envelope(self.operation, &self.received, |envelope| {
            let failed = envelope.get(FAILED);
            envelope.within("response", |response| Partial::read(some_failed, response, failed))
        });
        self.end(read)
    }

    /// Success, whatever the `response` of the envelope is.
    ///
    /// # Errors
    ///
    /// When the server refused, or its answer cannot be read.
    pub fn nothing(self) -> Result<(), Error> {
        let read = read(self.operation, &self.received, |_| ());
        self.end(read)
    }

    fn end<T>(self, read: Result<T, Error>) -> Result<T, Error> {
        match read {
            Ok(value) => {
                self.trace.outcome("ok");
                Ok(value)
            }
            Err(error) => Err(self.trace.failure(self.inquiry.judge(error))),
        }
    }
}

/// Reads the `response` of an envelope.
pub(crate) fn read<T>(
    operation: &'static str,
    received: &Received,
    reader: impl FnOnce(Json<'_>) -> T,
) -> Result<T, Error> {
    read_envelope(operation, received, |envelope| envelope.within("response", reader))
}

fn read_envelope<T>(
    operation: &'static str,
    received: &Received,
    reader: impl FnOnce(&mut Object<'_>) -> T,
) -> Result<T, Error> {
    let read = envelope::read(received.status, &received.body, reader);
    read.map_err(|problem| explain(operation, received, problem))
}

fn explain(operation: &'static str, received: &Received, problem: Problem) -> Error {
    let (status, body) = (received.status, Body::new(received.body.clone()));
    match problem {
        Problem::Rejected { code, message } => {
            RejectionError { operation, status, code, message, body }.into()
        }
        Problem::Unreadable(mismatch) => DecodeError {
            operation,
            status,
            path: mismatch.path(),
            expected: mismatch.expected(),
            found: mismatch.found(),
            body,
        }
        .into(),
    }
}
