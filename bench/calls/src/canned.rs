//! An HTTP backend with a fixed response, which leaves only the parsing of a call.

use bytes::Bytes;
use http::{Request, Response};
use portone_v1::{HttpBody, HttpClient, HttpFuture};

use crate::bodies;

/// Responds to every call with one body, and to token requests with a token.
pub struct Canned(pub Bytes);

impl HttpClient for Canned {
    fn send(&self, request: Request<Bytes>) -> HttpFuture<'_> {
        let is_token = request.uri().path() == "/users/getToken";
        let body =
            if is_token { Bytes::from_static(bodies::TOKEN.as_bytes()) } else { self.0.clone() };
        Box::pin(async move { Ok(Response::new(HttpBody::from(body))) })
    }
}
