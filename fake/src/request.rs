//! A request as it arrived, and the values in it before anybody has asked what they mean.

mod body;
mod query;

use bytes::Bytes;
use http::HeaderMap;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Map, Value};

use crate::refusal::Refusal;

/// What sub-merchant a request is made for.
const TIER: &str = "tier";

/// A request with its whole body.
#[derive(Clone)]
pub struct Request {
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

impl Request {
    /// How many bytes it has, but for its headers.
    pub fn size(&self) -> usize {
        self.path.len() + self.query.len() + self.body.len()
    }

    /// A header, if it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The token, by any of the three ways that V1 takes.
    pub fn token(&self) -> Option<String> {
        let header =
            self.header(AUTHORIZATION.as_str()).or_else(|| self.header("x-imptokenheader"));
        let named = |text: &str| text.strip_prefix("Bearer ").unwrap_or(text).trim().to_owned();
        let in_query = || self.query_values().ok()?.get("_token")?.as_str().map(str::to_owned);
        header.map(named).or_else(in_query)
    }

    /// The sub-merchant that it is made for.
    pub fn tier(&self) -> Option<&str> {
        self.header(TIER).filter(|tier| !tier.is_empty())
    }

    /// The values in the query.
    ///
    /// # Errors
    /// Fails when it is no query string.
    pub fn query_values(&self) -> Result<Map<String, Value>, Refusal> {
        query::read(self.query.as_bytes())
    }

    /// The values in the body.
    ///
    /// # Errors
    /// Fails when it is neither JSON nor a form.
    pub fn body_values(&self) -> Result<Map<String, Value>, Refusal> {
        body::read(self.header(CONTENT_TYPE.as_str()), &self.body)
    }
}
