//! HTTP request with its body, and the unvalidated values in it.

mod access;
mod body;
mod query;

use bytes::Bytes;
use http::HeaderMap;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, ORIGIN};
use serde_json::{Map, Value};

use crate::api_error::ApiError;

pub use self::access::AllowedHosts;

/// Header with the `tier_code` of a sub-merchant.
const TIER: &str = "tier";

/// Request with its complete body.
#[derive(Clone)]
pub struct HttpRequest {
    /// The method.
    pub method: String,
    /// The path, still percent-encoded.
    pub path: String,
    /// The query, empty without one.
    pub query: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl HttpRequest {
    /// Returns the size in bytes, without the headers.
    pub fn size(&self) -> usize {
        self.path.len() + self.query.len() + self.body.len()
    }

    /// Returns a header, if it is present and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Returns `true` unless a page of another origin sends the request. Programs other than browsers
    /// send no `Origin`.
    pub fn is_same_origin(&self) -> bool {
        let mut origins = self.headers.get_all(ORIGIN).into_iter();
        origins.all(|origin| origin.to_str().is_ok_and(|origin| self.is_own_origin(origin)))
    }

    /// Returns `true` if this is the origin of the server's own pages.
    pub fn is_own_origin(&self, origin: &str) -> bool {
        let mut hosts = self.headers.get_all(HOST).into_iter();
        hosts.any(|host| origin.as_bytes() == [b"http://", host.as_bytes()].concat())
    }

    /// Returns the token from any of the three places that V1 accepts.
    pub fn token(&self) -> Option<String> {
        let header =
            self.header(AUTHORIZATION.as_str()).or_else(|| self.header("x-imptokenheader"));
        let named = |text: &str| text.strip_prefix("Bearer ").unwrap_or(text).trim().to_owned();
        let in_query = || self.query_values().ok()?.get("_token")?.as_str().map(str::to_owned);
        header.map(named).or_else(in_query)
    }

    /// Returns the `tier_code` of the sub-merchant that the request is for.
    pub fn tier(&self) -> Option<&str> {
        self.header(TIER).filter(|tier| !tier.is_empty())
    }

    /// Parses the query.
    ///
    /// # Errors
    /// 400 when it is not a valid query string.
    pub fn query_values(&self) -> Result<Map<String, Value>, ApiError> {
        query::read(self.query.as_bytes())
    }

    /// Parses the body.
    ///
    /// # Errors
    /// 400 when it is neither a JSON object nor a form.
    pub fn body_values(&self) -> Result<Map<String, Value>, ApiError> {
        body::read(self.header(CONTENT_TYPE.as_str()), &self.body)
    }
}
