//! The error of a response about another record than the request.

use std::error::Error;
use std::fmt;

use super::body::Body;

/// A successful response about another record than the one that was requested: another payment, order or
/// billing key, or another amount. The body is kept.
///
/// A proxy that mixes up responses causes it, and so does a server that answers another question.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct WrongRecordError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The field with another value than the request: `imp_uid`. The values themselves may be personal.
    pub field: &'static str,
    pub(crate) body: Body,
}

impl WrongRecordError {
    /// The raw response body. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> &[u8] {
        self.body.as_bytes()
    }
}

impl fmt::Display for WrongRecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, status, field, body } = self;
        write!(
            f,
            "{operation}: HTTP {status}, but the response is about another record: its `{field}` is not \
             that of the request (raw body: {body:?})"
        )
    }
}

impl Error for WrongRecordError {}
