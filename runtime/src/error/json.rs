//! The error of decoding JSON.

use std::error::Error;
use std::fmt;

use super::report::report;
use crate::json::Mismatch;

/// A JSON text that does not match the expected type. Values are not repeated.
#[derive(Clone)]
#[non_exhaustive]
pub struct JsonError {
    /// The position in the text, as a JSON path: `$.cancel_history[0].amount`.
    pub path: String,
    /// The expected kind of value.
    pub expected: &'static str,
    /// The kind of value that was found.
    pub found: &'static str,
}

impl From<Mismatch> for JsonError {
    fn from(mismatch: Mismatch) -> Self {
        Self { path: mismatch.path(), expected: mismatch.expected(), found: mismatch.found() }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is {} instead of {}", self.path, self.found, self.expected)
    }
}

impl fmt::Debug for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        report(self, f)
    }
}

impl Error for JsonError {}
