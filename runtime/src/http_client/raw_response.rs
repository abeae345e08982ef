//! A response as it was received.

use bytes::Bytes;
use http::HeaderMap;

/// The status, headers and body of a response.
#[derive(Clone)]
pub(crate) struct RawResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}
