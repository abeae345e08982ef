//! The trait of an HTTP backend.

use std::pin::Pin;

use bytes::Bytes;

use super::body::HttpBody;
use crate::error::HttpError;

/// The future of [`HttpClient::send`].
pub type HttpFuture<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<HttpBody>, HttpError>> + Send + 'a>>;

/// An HTTP backend: a proxy of your own, a recorder, a mock without a network.
///
/// Tokens, timeouts, retries and errors work the same with every backend.
///
/// # Requirements
///
/// - Send each request at most once. V1 has no idempotency keys, so a second request can pay twice.
/// - Do not follow redirects, for the same reason.
/// - Return [`HttpError::not_sent`] only if nothing of the request can have reached the server: such a
///   request is sent again, even if it is not idempotent.
/// - Do not block the thread. The futures run on a thread that drives the requests of all clients, within a
///   tokio runtime of its own with timers and I/O, whatever the runtime of the caller is; with
///   [`ClientBuilder::runtime`](crate::ClientBuilder::runtime), where the call is awaited, within that runtime.
///
/// Timeouts are enforced by the caller, which drops the future.
///
/// # Example
///
/// A backend without a network:
///
/// ```
/// use portone_v1::{Bytes, HttpBody, HttpClient, HttpFuture, http};
///
/// struct Offline;
///
/// impl HttpClient for Offline {
///     fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
///         let response = match request.uri().path() {
///             "/users/getToken" => r#"{"access_token":"t","now":0,"expired_at":1800}"#,
///             _ => "null",
///         };
///         let body = format!(r#"{{"code":0,"message":null,"response":{response}}}"#);
///         Box::pin(async { Ok(http::Response::new(HttpBody::from(body))) })
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an HTTP client of `portone-v1`",
    label = "does not implement `portone_v1::HttpClient`",
    note = "`reqwest::Client` does, with the cargo feature `reqwest` of `portone-v1`, in the version that \
            `portone_v1::reqwest` re-exports"
)]
pub trait HttpClient: Send + Sync {
    /// Sends a request. It resolves when the head of the response has arrived, whatever the status.
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_>;
}
