//! A request with its whole body, or not at all.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::Incoming;

use crate::refusal::Refusal;
use crate::request::Request;

/// Far more than any request of the API needs.
const LONGEST: usize = 1024 * 1024;

/// As much is read of a body that is too long, and thrown away: a client that is cut off while it
/// sends does not read why.
const THROWN_AWAY: usize = 64 * LONGEST;

/// A request whose body is missing, and why.
pub struct Incomplete {
    /// Without any body.
    pub request: Request,
    /// 413 when it is too long, 408 when it takes too long, 400 when it breaks off.
    pub refusal: Refusal,
}

/// Reads the body.
///
/// # Errors
/// Fails when it does not come whole, and in time.
pub async fn whole(
    request: http::Request<Incoming>,
    patience: Duration,
) -> Result<Request, Incomplete> {
    let (head, body) = request.into_parts();
    let request = Request {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers,
        body: Bytes::new(),
    };
    let read = tokio::time::timeout(patience, read(body)).await;
    let read = read.unwrap_or_else(|_| Err(Refusal::new(408, "the body takes too long")));
    match read {
        Ok(body) => Ok(Request { body, ..request }),
        Err(refusal) => Err(Incomplete { request, refusal }),
    }
}

async fn read(mut body: Incoming) -> Result<Bytes, Refusal> {
    let (mut whole, mut length) = (BytesMut::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refusal::invalid("the body breaks off"))?;
        let Ok(data) = frame.into_data() else { continue };
        length += data.len();
        if length > THROWN_AWAY {
            break;
        }
        if length > LONGEST {
            whole = BytesMut::new();
        } else {
            whole.extend_from_slice(&data);
        }
    }
    if length > LONGEST {
        Err(Refusal::new(413, "the body is too long"))
    } else {
        Ok(whole.freeze())
    }
}
