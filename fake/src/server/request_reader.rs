//! Reader of complete requests.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::HOST;
use http_body_util::BodyExt;
use hyper::body::Incoming;

use crate::api_error::ApiError;
use crate::request::HttpRequest;

/// Maximum length of a body in bytes.
const MAX_BODY: usize = 1024 * 1024;

/// Maximum length of a body that is read and discarded: a client that is cut off while it sends does
/// not read the response.
const MAX_DISCARDED: usize = 64 * MAX_BODY;

/// Request without its body, and the error.
pub struct IncompleteRequest {
    /// The request with an empty body.
    pub request: HttpRequest,
    /// 413 when the body is too long, 408 after the timeout, 400 when the body is incomplete.
    pub error: ApiError,
}

/// Reads a request with its body.
///
/// # Errors
/// Fails when the body is too long, incomplete or too slow.
pub async fn read(
    request: http::Request<Incoming>,
    timeout: Duration,
) -> Result<HttpRequest, IncompleteRequest> {
    let (mut head, body) = request.into_parts();
    if let Some(host) = head.uri.authority().and_then(|host| host.as_str().parse().ok()) {
        // A target with a host replaces the header, as RFC 9112 requires.
        head.headers.insert(HOST, host);
    }
    let request = HttpRequest {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers,
        body: Bytes::new(),
    };
    let body = tokio::time::timeout(timeout, read_body(body)).await;
    let late = || ApiError::new(408, "the request body did not arrive in time");
    match body.unwrap_or_else(|_| Err(late())) {
        Ok(body) => Ok(HttpRequest { body, ..request }),
        Err(error) => Err(IncompleteRequest { request, error }),
    }
}

async fn read_body(mut body: Incoming) -> Result<Bytes, ApiError> {
    let (mut whole, mut length) = (BytesMut::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| ApiError::bad_request("the request body is incomplete"))?;
        let Ok(data) = frame.into_data() else { continue };
        length += data.len();
        if length > MAX_DISCARDED {
            break;
        }
        if length > MAX_BODY {
            whole = BytesMut::new();
        } else {
            whole.extend_from_slice(&data);
        }
    }
    if length > MAX_BODY {
        Err(ApiError::new(413, format!("the maximum length of the body is {MAX_BODY} bytes")))
    } else {
        Ok(whole.freeze())
    }
}
