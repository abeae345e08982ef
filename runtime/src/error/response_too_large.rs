//! A response whose body is larger than the client accepts.

use std::error::Error;
use std::fmt;

/// A response body over the limit of `ClientBuilder::max_response_bytes`. The rest of it was not read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ResponseTooLargeError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The maximum number of bytes.
    pub limit: usize,
    /// The number of bytes that `Content-Length` announced, or that had arrived.
    pub size: u64,
}

impl fmt::Display for ResponseTooLargeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, status, limit, size } = self;
        write!(
            f,
            "{operation}: HTTP {status}, but the response body has at least {size} bytes; the maximum \
             is {limit}, set by `max_response_bytes`"
        )
    }
}

impl Error for ResponseTooLargeError {}
