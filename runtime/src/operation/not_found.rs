//! The response that proves that a record does not exist.

/// The response of a read to a key that nothing has: an envelope with this status, one of these codes, a
/// message, and no `response`. No other response proves that there is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFound {
    /// The HTTP status.
    pub status: u16,
    /// The codes of the envelope that have been seen with this status.
    pub codes: &'static [i64],
}

impl NotFound {
    /// Creates a response with this status and one of these codes.
    pub const fn new(status: u16, codes: &'static [i64]) -> Self {
        Self { status, codes }
    }
}
