//! Decoding of raw responses, with the errors that name the operation.

use super::envelope::{self, CodeCheck, EnvelopeError};
use super::not_found::is_not_found;
use crate::error::{Body, DecodeError, Error, RejectionError};
use crate::http_client::RawResponse;
use crate::json::{Json, Mismatch, Object};
use crate::operation::Operation;

/// A value, and the mismatches that were tolerated.
pub(super) type Decoded<T> = Result<(T, Vec<Mismatch>), Error>;

/// Decodes the `response` of an envelope.
pub(crate) fn decode<T>(
    operation: &'static Operation,
    raw: &RawResponse,
    reader: impl FnOnce(Json<'_>) -> T,
) -> Result<T, Error> {
    let read = |envelope: &mut Object<'_>| envelope.within("response", reader);
    decode_envelope(operation, raw, CodeCheck::Zero, read).map(|(value, _)| value)
}

/// Decodes an envelope.
pub(super) fn decode_envelope<T>(
    operation: &'static Operation,
    raw: &RawResponse,
    check: CodeCheck,
    reader: impl FnOnce(&mut Object<'_>) -> T,
) -> Decoded<T> {
    let result = envelope::read(raw.status, &raw.body, check, reader);
    result.map_err(|error| into_error(operation, raw, error))
}

fn into_error(operation: &'static Operation, raw: &RawResponse, error: EnvelopeError) -> Error {
    let is_not_found = is_not_found(operation, raw);
    let (operation, status, body) = (operation.name, raw.status, Body::new(raw.body.clone()));
    match error {
        EnvelopeError::Rejected { code, message } => {
            RejectionError { operation, status, code, message, is_not_found, body }.into()
        }
        EnvelopeError::Unreadable(mismatch) => DecodeError {
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
