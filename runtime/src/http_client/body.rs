//! The body of an answer, which may still be on its way.

use std::convert::Infallible;
use std::fmt;

use bytes::{Bytes, BytesMut};
use http_body::Body;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};

use crate::error::HttpError;

/// No answer comes near this. What lies beyond is not read, and the answer then fails to decode.
const LONGEST: usize = 64 * 1024 * 1024;

/// The body of an answer. It can be made of bytes, or of a stream of them with [`new`](Self::new).
pub struct HttpBody(UnsyncBoxBody<Bytes, HttpError>);

impl HttpBody {
    /// A body that is still arriving.
    pub fn new(body: impl Body<Data = Bytes, Error = HttpError> + Send + 'static) -> Self {
        Self(body.boxed_unsync())
    }

    pub(crate) async fn read(mut self) -> Result<Bytes, HttpError> {
        let mut whole = Bytes::new();
        while let Some(frame) = self.0.frame().await {
            if let Ok(data) = frame?.into_data() {
                whole = joined(whole, data);
            }
            if whole.len() >= LONGEST {
                break;
            }
        }
        Ok(whole)
    }
}

/// Most answers arrive in one piece, which need not be copied.
fn joined(whole: Bytes, data: Bytes) -> Bytes {
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
