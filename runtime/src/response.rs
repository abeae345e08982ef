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

use crate::error::{Body, Error, WrongRecordError};
use crate::http_client::RawResponse;
use crate::json::{FromJson, Json};
use crate::operation::{Agreement, Identity, Operation};
use crate::trace::Trace;
use decode::decode_envelope;
use partial::FAILED;

/// A response whose body is read and not decoded yet.
pub struct Response {
    operation: &'static Operation,
    raw: RawResponse,
    /// The record that the request is about; none if any will do.
    identity: Option<Identity>,
    classifier: OutcomeClassifier,
    trace: Trace,
}

impl Response {
    pub(crate) fn new(
        operation: &'static Operation,
        raw: RawResponse,
        identity: Option<Identity>,
        classifier: OutcomeClassifier,
        trace: Trace,
    ) -> Self {
        Self { operation, raw, identity, classifier, trace }
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    pub(crate) fn identity(&self) -> Option<&Identity> {
        self.identity.as_ref()
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
        let mut agreement = Agreement::Unidentified;
        let result = decode(self.operation.name, &self.raw, |json| {
            agreement = self.compare(json);
            T::from_json(json)
        });
        self.finish(agreement, result)
    }

    /// Decodes the list in the `response` of the envelope, which is incomplete after an HTTP 207.
    ///
    /// # Errors
    ///
    /// If the server rejected the request, or the response cannot be decoded.
    pub fn decode_partial<T: FromJson>(self) -> Result<Partial<T>, Error> {
        let some_failed = self.raw.status == envelope::MULTI_STATUS;
        let mut agreement = Agreement::Unidentified;
        let result = decode_envelope(self.operation.name, &self.raw, |envelope| {
            let failed = envelope.get(FAILED);
            agreement = self.compare(envelope.get("response"));
            envelope.within("response", |response| Partial::read(some_failed, response, failed))
        });
        self.finish(agreement, result)
    }

    /// Decodes the envelope alone and ignores its `response`.
    ///
    /// # Errors
    ///
    /// If the server rejected the request, or the response cannot be decoded.
    pub fn decode_empty(self) -> Result<(), Error> {
        let result = decode(self.operation.name, &self.raw, |_| ());
        self.finish(Agreement::Unidentified, result)
    }

    fn compare(&self, response: Json<'_>) -> Agreement {
        self.identity
            .as_ref()
            .map_or(Agreement::Unidentified, |identity| identity.compare(response))
    }

    fn finish<T>(self, agreement: Agreement, result: Result<T, Error>) -> Result<T, Error> {
        let result = match (agreement, result) {
            (Agreement::Other(field), Ok(_)) => Err(self.wrong_record(field)),
            (_, result) => result,
        };
        match result {
            Ok(value) => {
                self.trace.outcome("ok");
                Ok(value)
            }
            Err(error) => Err(self.trace.failure(self.classifier.classify(error))),
        }
    }

    fn wrong_record(&self, field: &'static str) -> Error {
        let (status, body) = (self.raw.status, Body::new(self.raw.body.clone()));
        WrongRecordError { operation: self.operation.name, status, field, body }.into()
    }
}
