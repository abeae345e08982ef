//! Responses that prove that a record does not exist.

/// A response to a key that nothing has: an envelope without a `response`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound {
    /// The HTTP status.
    pub status: u16,
    /// The codes of the envelope that have been seen with it.
    pub codes: Vec<i64>,
}
