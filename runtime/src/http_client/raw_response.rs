//! An answer as it came over the wire.

use bytes::Bytes;
use http::HeaderMap;

#[derive(Clone)]
pub(crate) struct Received {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}
