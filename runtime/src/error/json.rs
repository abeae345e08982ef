//! Text that is not the JSON of what it is to be.

use std::error::Error;
use std::fmt;

use crate::json::Mismatch;

/// Where a text differs from what it is to hold. Values are not repeated.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct JsonError {
    /// Where in the text, as a JSON path: `$.cancel_history[0].amount`.
    pub path: String,
    /// What is to be there.
    pub expected: &'static str,
    /// What kind of thing is there.
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

impl Error for JsonError {}
