//! The HTTP response and its envelope.

mod decode;
mod envelope;
mod field_mismatch;
mod not_found;
mod outcome_classifier;
mod partial;
#[cfg(feature = "serde")]
mod partial_serde;
mod rejection_record;

pub(crate) use decode::decode;
pub use field_mismatch::FieldMismatch;
pub(crate) use outcome_classifier::OutcomeClassifier;
pub use partial::Partial;
pub use rejection_record::rejection_record;

use crate::error::{Body, Error, WrongRecordError};
use crate::http_client::RawResponse;
use crate::journal::{JournaledCall, Recorded};
use crate::json::{FromJson, Json, Mismatch};
use crate::operation::{Agreement, Identity, Operation};
use crate::trace::Trace;
use decode::{Decoded, decode_envelope};
use envelope::{CodeCheck, MULTI_STATUS};
use partial::FAILED;

/// A response whose body is read and not decoded yet.
pub struct Response {
    operation: &'static Operation,
    raw: RawResponse,
    classifier: OutcomeClassifier,
    trace: Trace,
    report: Option<MismatchReport>,
    journaled: Option<JournaledCall>,
}

/// The receiver of the mismatches that were tolerated.
pub(crate) type MismatchReport = Box<dyn FnOnce(Vec<FieldMismatch>) + Send>;

impl Response {
    pub(crate) fn new(
        operation: &'static Operation,
        raw: RawResponse,
        classifier: OutcomeClassifier,
        trace: Trace,
    ) -> Self {
        Self { operation, raw, classifier, trace, report: None, journaled: None }
    }

    /// The same response, which calls this if mismatches are tolerated when it is decoded.
    pub(crate) fn reporting(self, report: Option<MismatchReport>) -> Self {
        Self { report, ..self }
    }

    /// The same response, whose outcome is recorded when it is decoded.
    pub(crate) fn journaled(self, journaled: Option<JournaledCall>) -> Self {
        Self { journaled, ..self }
    }

    /// The recording of the outcome, to wait for after decoding.
    pub fn recorded(&mut self) -> Recorded {
        self.journaled.as_mut().map_or_else(Recorded::none, JournaledCall::recorded)
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.operation
    }

    pub(crate) fn identity(&self) -> Option<&Identity> {
        self.classifier.identity()
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
        let result = decode_envelope(self.operation, &self.raw, CodeCheck::Zero, |envelope| {
            envelope.within("response", |response| {
                self.expect_result(response.holds_nothing() || self.lacks_keys(response), response);
                (self.compare(response), T::from_json(response))
            })
        });
        self.finish(result)
    }

    /// Decodes the list in the `response` of the envelope, which is incomplete after an HTTP 207. Its
    /// code then does not hide the part that succeeded.
    ///
    /// # Errors
    ///
    /// If the server rejected the request, or the response cannot be decoded.
    pub fn decode_partial<T: FromJson>(self) -> Result<Partial<T>, Error> {
        let result = match self.read_partial(CodeCheck::Zero) {
            Err(error) if self.raw.status == MULTI_STATUS => {
                let partial = self.read_partial(CodeCheck::Ignored).ok();
                partial.filter(|((_, partial), _)| !partial.holds_nothing()).ok_or(error)
            }
            result => result,
        };
        self.finish(result)
    }

    /// Decodes the envelope alone and ignores its `response`.
    ///
    /// # Errors
    ///
    /// If the server rejected the request, or the response cannot be decoded.
    pub fn decode_empty(self) -> Result<(), Error> {
        let result = decode_envelope(self.operation, &self.raw, CodeCheck::Zero, |_| {
            (Agreement::Unidentified, ())
        });
        self.finish(result)
    }

    fn read_partial<T: FromJson>(&self, check: CodeCheck) -> Decoded<(Agreement, Partial<T>)> {
        let some_failed = self.raw.status == MULTI_STATUS;
        decode_envelope(self.operation, &self.raw, check, |envelope| {
            let failed = envelope.get(FAILED);
            envelope.within("response", |response| {
                let partial = Partial::read(some_failed, response, failed);
                self.expect_result(partial.holds_nothing(), response);
                (self.compare(response), partial)
            })
        })
    }

    /// A call that acts must not succeed on nothing: what was done would not be known.
    fn expect_result(&self, holds_nothing: bool, response: Json<'_>) {
        if holds_nothing && !self.classifier.is_idempotent() {
            response.mismatch("a result");
        }
    }

    /// True if the records of the operation have keys, and no record of the response has one.
    fn lacks_keys(&self, response: Json<'_>) -> bool {
        self.identity().is_some_and(|identity| identity.is_missing_in(response))
    }

    fn compare(&self, response: Json<'_>) -> Agreement {
        self.identity().map_or(Agreement::Unidentified, |identity| identity.compare(response))
    }

    fn finish<T>(mut self, result: Decoded<(Agreement, T)>) -> Result<T, Error> {
        let result = match result {
            Ok(((Agreement::Other(field), _), _)) => Err(self.wrong_record(field)),
            result => result,
        };
        match result {
            Ok(((_, value), mismatches)) => {
                self.trace.success();
                self.end_journaled(None);
                self.report(&mismatches);
                Ok(value)
            }
            Err(error) => {
                let error = self.trace.failure(self.classifier.classify(error));
                self.end_journaled(Some(&error));
                Err(error)
            }
        }
    }

    fn end_journaled(&mut self, error: Option<&Error>) {
        if let Some(journaled) = self.journaled.take() {
            journaled.end(error);
        }
    }

    fn wrong_record(&self, field: &'static str) -> Error {
        let (status, body) = (self.raw.status, Body::new(self.raw.body.clone()));
        WrongRecordError { operation: self.operation.name, status, field, body }.into()
    }

    fn report(self, mismatches: &[Mismatch]) {
        if mismatches.is_empty() {
            return;
        }
        mismatches.iter().for_each(|mismatch| self.trace.mismatch(mismatch));
        if let Some(report) = self.report {
            report(mismatches.iter().map(Into::into).collect());
        }
    }
}
