//! The HTTP response and its envelope.

mod decode;
mod envelope;
mod outcome_classifier;
mod partial;
#[cfg(feature = "serde")]
mod partial_serde;

pub(crate) use decode::decode;
pub(crate) use outcome_classifier::OutcomeClassifier;
pub use partial::Partial;

use crate::error::Error;
use crate::http_client::RawResponse;
use crate::json::FromJson;
use crate::trace::Trace;
use decode::decode_envelope;
use partial::FAILED;

/// A response whose body is read and not decoded yet.
pub struct Response {
    operation: &'static str,
    raw: RawResponse,
    classifier: OutcomeClassifier,
    trace: Trace,
}

impl Response {
    pub(crate) fn new(
        operation: &'static str,
        raw: RawResponse,
        classifier: OutcomeClassifier,
        trace: Trace,
    ) -> Self {
        Self { operation, raw, classifier, trace }
    }

    pub(crate) fn operation(&self) -> &'static str {
        self.operation
    }

    pub(crate) fn raw(&self) -> &RawResponse {
        &self.raw
    }

    /// Decodes the `response` of the envelope.
    ///
    /// # Errors
    ///
    /// If the server rejected the request, or the response cannot be decoded.
    pub fn decode<T: FromJson>(self) -> Result<T, Error> {
        let result = decode(self.operation, &self.raw, T::from_json);
        self.finish(result)
    }

    /// Decodes the list in the `response` of the envelope, which is incomplete after an HTTP 207.
    ///
    /// # Errors
    ///
    /// If the server rejected the request, or the response cannot be decoded.
    pub fn decode_partial<T: FromJson>(self) -> Result<Partial<T>, Error> {
        let some_failed = self.raw.status == envelope::MULTI_STATUS;
        let result = decode_envelope(self.operation, &self.raw, |envelope| {
            let failed = envelope.get(FAILED);
            envelope.within("response", |response| Partial::read(some_failed, response, failed))
        });
        self.finish(result)
    }

    /// Decodes the envelope alone and ignores its `response`.
    ///
    /// # Errors
    ///
    /// If the server rejected the request, or the response cannot be decoded.
    pub fn decode_empty(self) -> Result<(), Error> {
        let result = decode(self.operation, &self.raw, |_| ());
        self.finish(result)
    }

    fn finish<T>(self, result: Result<T, Error>) -> Result<T, Error> {
        match result {
            Ok(value) => {
                self.trace.outcome("ok");
                Ok(value)
            }
            Err(error) => Err(self.trace.failure(self.classifier.classify(error))),
        }
    }
}
