//! The record in `error` of the envelope of a rejection.

use crate::error::Error;
use crate::json::{Document, FromJson};

/// Reads the record from the error of a rejected call of one of these operations; `None` if there is no
/// record, or none that can be read.
pub fn rejection_record<T: FromJson>(error: &Error, operations: &[&str]) -> Option<T> {
    let rejection = error.rejection().filter(|error| operations.contains(&error.operation))?;
    let record = Document::read(rejection.raw_body(), |envelope| {
        let record = envelope.as_object()?.get("error");
        let is_empty = record.is_empty_result() || record.as_object().is_none();
        (!is_empty).then(|| T::from_json(record))
    });
    record.ok().flatten()
}
