//! The interface of an HTTP backend.

use std::pin::Pin;

use bytes::Bytes;

use super::body::HttpBody;
use crate::error::HttpError;

/// What a [`HttpClient`] promises to bring.
pub type HttpFuture<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<HttpBody>, HttpError>> + Send + 'a>>;

/// Sends HTTP requests: a proxy of your own, a recording, a test without a network.
///
/// Everything above it stays as it is: tokens, timeouts, retries and errors.
///
/// # What an implementation must keep
///
/// - Send each request at most once. V1 has no way to recognise a request that it has seen before,
///   so a second one can pay twice.
/// - Follow no redirect, for the same reason.
/// - Report [`HttpError::not_sent`] only when nothing of the request can have reached the server:
///   such a request is sent again, whatever it does.
///
/// Time is kept by the caller, who drops the future when it is up.
pub trait HttpClient: Send + Sync {
    /// Sends one request and brings the answer, with whatever status, as soon as its head is there.
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_>;
}
