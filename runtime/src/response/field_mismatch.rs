//! The public form of a tolerated mismatch.

use crate::json::Mismatch;

/// A value in a response that differs from the documentation, and did not fail the call. It says what
/// was found, and never the value itself, which may be personal; the raw body has it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldMismatch {
    /// The position in the body, as a JSON path: `$.response.cancel_history[0].reason`.
    pub path: String,
    /// The documented kind of value.
    pub expected: &'static str,
    /// The kind of value that was found.
    pub found: &'static str,
    /// True if the value has only one reading and was read, such as a time in milliseconds. If not, the
    /// innermost optional field that holds it is `None`, or the element of a list is left out.
    pub repaired: bool,
}

impl From<&Mismatch> for FieldMismatch {
    fn from(mismatch: &Mismatch) -> Self {
        Self {
            path: mismatch.path(),
            expected: mismatch.expected(),
            found: mismatch.found(),
            repaired: mismatch.is_repaired(),
        }
    }
}
