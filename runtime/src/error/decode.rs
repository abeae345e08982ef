//! The error of a response that cannot be decoded.

use std::error::Error;
use std::fmt;

use bytes::Bytes;

use super::body::Body;

/// A successful response of another shape than documented. The body is kept.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DecodeError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The position in the body, as a JSON path: `$.response.cancel_history[0].amount`.
    pub path: String,
    /// The documented kind of value.
    pub expected: &'static str,
    /// The kind of value that was found; never the value itself, which may be personal.
    pub found: &'static str,
    pub(crate) body: Body,
}

impl DecodeError {
    /// The error for a page that repeats the previous one under another number.
    pub(crate) fn repeated_page(operation: &'static str, body: Bytes) -> Self {
        Self {
            operation,
            status: 200,
            path: "$.response".to_owned(),
            expected: "the next page",
            found: "the previous page again",
            body: Body::new(body),
        }
    }

    /// The raw response body; empty for a token request. It may hold personal data: do not log it.
    pub fn raw_body(&self) -> &[u8] {
        self.body.as_bytes()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, status, path, expected, found, body } = self;
        write!(
            f,
            "{operation}: HTTP {status}, but {path} is {found} instead of {expected}; raw body: {body:?}"
        )
    }
}

impl Error for DecodeError {}
