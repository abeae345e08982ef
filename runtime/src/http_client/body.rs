//! The body of a response.

use std::convert::Infallible;
use std::fmt;

use bytes::{Bytes, BytesMut};
use http_body::Body;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};

use crate::error::HttpError;

/// The body of a response. It can be created from bytes, or from a stream with [`new`](Self::new).
pub struct HttpBody(UnsyncBoxBody<Bytes, HttpError>);

impl HttpBody {
    /// Creates a body from a stream.
    pub fn new(body: impl Body<Data = Bytes, Error = HttpError> + Send + 'static) -> Self {
        Self(body.boxed_unsync())
    }

    /// Reads the whole body. One that is longer than the limit is refused as soon as that is known:
    /// by its `Content-Length`, or else by the bytes that have arrived.
    pub(crate) async fn read(mut self, limit: usize) -> Result<Bytes, BodyError> {
        within(limit, self.0.size_hint().lower())?;
        let mut whole = BytesMut::new();
        while let Some(frame) = self.0.frame().await {
            let Ok(data) = frame.map_err(BodyError::Http)?.into_data() else { continue };
            let size = whole.len().saturating_add(data.len());
            within(limit, u64::try_from(size).unwrap_or(u64::MAX))?;
            // Most bodies arrive in one piece, which need not be copied.
            if whole.is_empty() && self.0.is_end_stream() {
                return Ok(data);
            }
            whole.extend_from_slice(&data);
        }
        Ok(whole.freeze())
    }
}

/// A body that was not read to its end.
pub(crate) enum BodyError {
    /// The connection failed.
    Http(HttpError),
    /// The body is longer than the limit: its size as announced, or as far as it was received.
    TooLarge(u64),
}

fn within(limit: usize, size: u64) -> Result<(), BodyError> {
    let fits = usize::try_from(size).is_ok_and(|size| size <= limit);
    if fits { Ok(()) } else { Err(BodyError::TooLarge(size)) }
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
