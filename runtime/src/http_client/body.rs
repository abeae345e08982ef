//! The body of a response.

use std::convert::Infallible;
use std::fmt;

use bytes::{Bytes, BytesMut};
use http_body::Body;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};

use crate::error::HttpError;

/// The limit of a body. The rest is not read, and the response then fails to decode.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The body of a response. It can be created from bytes, or from a stream with [`new`](Self::new).
pub struct HttpBody(UnsyncBoxBody<Bytes, HttpError>);

impl HttpBody {
    /// Creates a body from a stream.
    pub fn new(body: impl Body<Data = Bytes, Error = HttpError> + Send + 'static) -> Self {
        Self(body.boxed_unsync())
    }

    pub(crate) async fn read(mut self) -> Result<Bytes, HttpError> {
        let mut whole = Bytes::new();
        while let Some(frame) = self.0.frame().await {
            if let Ok(data) = frame?.into_data() {
                whole = append(whole, data);
            }
            if whole.len() >= MAX_BYTES {
                break;
            }
        }
        Ok(whole)
    }
}

/// Most responses arrive in one frame, which need not be copied.
fn append(whole: Bytes, data: Bytes) -> Bytes {
    if whole.is_empty() {
        return data;
    }
    let mut bytes = BytesMut::from(whole);
    bytes.extend_from_slice(&data);
    bytes.freeze()
}

impl<B: Into<Bytes>> From<B> for HttpBody {
    fn from(bytes: B) -> Self {
        Self::new(Full::new(bytes.into()).map_err(|never: Infallible| match never {}))
    }
}

impl fmt::Debug for HttpBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HttpBody")
    }
}
