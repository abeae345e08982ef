//! Decoding of raw responses, with the errors that name the operation.

use super::envelope::{self, EnvelopeError};
use crate::error::{Body, DecodeError, Error, RejectionError};
use crate::http_client::RawResponse;
use crate::json::{Json, Object};

/// Decodes the `response` of an envelope.
pub(crate) fn decode<T>(
    operation: &'static str,
    raw: &RawResponse,
    reader: impl FnOnce(Json<'_>) -> T,
) -> Result<T, Error> {
    decode_envelope(operation, raw, |envelope| envelope.within("response", reader))
}

pub(super) fn decode_envelope<T>(
    operation: &'static str,
    raw: &RawResponse,
    reader: impl FnOnce(&mut Object<'_>) -> T,
) -> Result<T, Error> {
    let result = envelope::read(raw.status, &raw.body, reader);
    result.map_err(|error| into_error(operation, raw, error))
}

fn into_error(operation: &'static str, raw: &RawResponse, error: EnvelopeError) -> Error {
    let (status, body) = (raw.status, Body::new(raw.body.clone()));
    match error {
        EnvelopeError::Rejected { code, message } => {
            RejectionError { operation, status, code, message, body }.into()
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
