//! reqwest as an HTTP backend.

use std::mem;

use bytes::Bytes;
use http_body_util::BodyExt;
use reqwest::{Body, Client, Error, Request, Response};

use super::backend::{HttpClient, HttpFuture};
use super::body::HttpBody;
use crate::error::HttpError;

/// Disable its redirects: following one can send a payment twice. For `https://` it needs one of
/// reqwest's own TLS features.
impl HttpClient for Client {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        Box::pin(async move {
            let request = into_request(request).map_err(HttpError::not_sent)?;
            Ok(into_http(self.execute(request).await?))
        })
    }
}

/// Converts a response, without the URL that reqwest would keep in its extensions.
fn into_http(mut response: Response) -> http::Response<HttpBody> {
    let (status, version) = (response.status(), response.version());
    let headers = mem::take(response.headers_mut());
    let body = HttpBody::new(Body::from(response).map_err(HttpError::from));
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    *response.version_mut() = version;
    *response.headers_mut() = headers;
    response
}

fn into_request(request: http::Request<Bytes>) -> Result<Request, Error> {
    let has_body = !request.body().is_empty();
    let mut request = Request::try_from(request).map_err(Error::without_url)?;
    if !has_body {
        *request.body_mut() = None;
    }
    Ok(request)
}

impl From<Error> for HttpError {
    fn from(error: Error) -> Self {
        // The query string can hold credentials of the payment gateway.
        let error = error.without_url();
        let (is_connect, is_timeout) = (error.is_connect(), error.is_timeout());
        let error = if is_connect { Self::not_sent(error) } else { Self::lost(error) };
        if is_timeout { error.timed_out() } else { error }
    }
}
