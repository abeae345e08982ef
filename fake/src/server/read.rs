//! A request with its whole body, or not at all.

use std::time::Duration;

use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;

use crate::refusal::Refusal;
use crate::request::Request;

/// Far more than any request of the API needs.
pub const LONGEST_BODY: usize = 1024 * 1024;

/// A client that takes longer to send a body is cut off.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads the body.
///
/// # Errors
/// 413 when it is too long, 408 when it takes too long, 400 when it breaks off.
pub async fn whole(request: http::Request<Incoming>) -> Result<Request, Refusal> {
    let (head, body) = request.into_parts();
    let body = Limited::new(body, LONGEST_BODY).collect();
    let body = match tokio::time::timeout(PATIENCE, body).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => {
            return Err(Refusal::new(413, "the body is too long"));
        }
        Ok(Err(_)) => return Err(Refusal::invalid("the body breaks off")),
        Err(_) => return Err(Refusal::new(408, "the body takes too long")),
    };
    Ok(Request {
        method: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().unwrap_or_default().to_owned(),
        headers: head.headers,
        body,
    })
}
