//! reqwest as the HTTP backend.

use std::mem;

use bytes::Bytes;
use http_body_util::BodyExt;
use reqwest::{Body, Client, Error, Request, Response, Url};

use super::backend::{HttpClient, HttpFuture};
use super::body::HttpBody;
use crate::error::HttpError;

impl HttpClient for Client {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        Box::pin(async move {
            let request = into_request(request).map_err(HttpError::not_sent)?;
            Ok(into_http(self.execute(request).await?))
        })
    }
}

/// A client whose requests all have the same base URL, so that it is parsed only once.
pub(crate) struct BaseUrlClient {
    client: Client,
    base_url: Url,
}

impl BaseUrlClient {
    pub(crate) fn new(client: Client, base_url: Url) -> Self {
        Self { client, base_url }
    }
}

impl HttpClient for BaseUrlClient {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        let response = self.client.execute(into_request_for(&self.base_url, request));
        Box::pin(async move { Ok(into_http(response.await?)) })
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

/// Converts a request to the same host, without parsing its URL.
fn into_request_for(base_url: &Url, request: http::Request<Bytes>) -> Request {
    let (head, body) = request.into_parts();
    let mut url = base_url.clone();
    url.set_path(head.uri.path());
    url.set_query(head.uri.query());
    let mut request = Request::new(head.method, url);
    *request.headers_mut() = head.headers;
    *request.body_mut() = (!body.is_empty()).then(|| body.into());
    request
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_of_a_request_to_the_same_host_is_preserved() {
        for (base, path) in [
            ("https://a.example", "/payments/imp_1"),
            ("https://a.example", "/payments/%EC%A3%BC%2F%25?page=1&imp_uid[]=%5B&x=a+b%20c"),
            ("https://a.example/base/", "/base/x"),
            ("https://a.example//b.example", "//b.example/x"),
            ("http://[::1]:8080/~x", "/~x/...?q=?"),
            ("http://localhost:80", "/"),
        ] {
            let base = Url::parse(base).unwrap();
            let url = base.join("/").unwrap().as_str().trim_end_matches('/').to_owned() + path;
            let request = http::Request::post(&url).body(Bytes::from_static(b"{}")).unwrap();
            let converted = into_request_for(&base, request);
            assert_eq!(converted.url(), &Url::parse(&url).unwrap());
            assert_eq!(converted.method(), http::Method::POST);
            assert_eq!(converted.body().and_then(Body::as_bytes), Some(&b"{}"[..]));
        }
    }

    #[test]
    fn an_empty_body_is_no_body() {
        let base = Url::parse("https://a.example").unwrap();
        let request = http::Request::get("https://a.example/x").body(Bytes::new()).unwrap();
        assert!(into_request_for(&base, request).body().is_none());
    }
}
