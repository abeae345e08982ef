//! One request, and what it got.

use std::fmt;

use http::{HeaderMap, HeaderValue};
use serde_json::{Map, Value};

use crate::refusal::Refusal;
use crate::request::Request;

/// What became of a request.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    /// The server's time.
    pub at: i64,
    /// What was called, if anything.
    pub operation: Option<String>,
    /// What nobody asked for.
    pub unread: Vec<String>,
    /// The HTTP status, if one was sent.
    pub status: Option<u16>,
    /// The envelope's code, if one was sent whole.
    pub code: Option<i64>,
    /// The fault that was injected.
    pub fault: Option<String>,
}

/// A request that the server had, and what it got.
///
/// `Debug` shows no header, no value of the query and nothing of the body.
pub struct LoggedRequest {
    number: u64,
    request: Request,
    answered: Answered,
}

impl LoggedRequest {
    pub(super) fn new(number: u64, mut request: Request, answered: Answered) -> Self {
        request.headers = copied(&request.headers);
        Self { number, request, answered }
    }

    /// Counts from 1, in the order in which the server acted.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The server's time, in Unix seconds.
    pub fn at(&self) -> i64 {
        self.answered.at
    }

    /// `POST`
    pub fn method(&self) -> &str {
        &self.request.method
    }

    /// The path, still percent-encoded.
    pub fn path(&self) -> &str {
        &self.request.path
    }

    /// What follows the question mark; empty without one.
    pub fn query(&self) -> &str {
        &self.request.query
    }

    /// The headers, with the token.
    pub fn headers(&self) -> &HeaderMap {
        &self.request.headers
    }

    /// A header, if it is there and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.header(name)
    }

    /// The body as it came. It is empty when it was too long, or broke off.
    pub fn body(&self) -> &[u8] {
        &self.request.body
    }

    /// The values of the query and the body by name, whether it was JSON or a form.
    ///
    /// # Errors
    /// Fails when it is neither.
    pub fn values(&self) -> Result<Map<String, Value>, Refusal> {
        let mut values = self.request.query_values()?;
        values.extend(self.request.body_values()?);
        Ok(values)
    }

    /// What was called: `payments.cancel`.
    pub fn operation(&self) -> Option<&str> {
        self.answered.operation.as_deref()
    }

    /// The names of what was sent and no parameter is called. V1 ignores it.
    pub fn unread(&self) -> &[String] {
        &self.answered.unread
    }

    /// The HTTP status; `None` when the connection was reset instead.
    pub fn status(&self) -> Option<u16> {
        self.answered.status
    }

    /// The `code` of the envelope; `None` when no whole envelope was sent.
    pub fn code(&self) -> Option<i64> {
        self.answered.code
    }

    /// The fault that was injected: `reset_after`.
    pub fn fault(&self) -> Option<&str> {
        self.answered.fault.as_deref()
    }

    /// As much memory as it takes, roughly.
    pub(super) fn size(&self) -> usize {
        let Request { method, path, query, headers, body } = &self.request;
        let headers = headers.iter().map(|(name, value)| name.as_str().len() + value.len());
        let unread = self.answered.unread.iter().map(String::len);
        let texts = method.len() + path.len() + query.len() + body.len();
        texts + headers.sum::<usize>() + unread.sum::<usize>() + size_of::<Self>()
    }
}

/// As they came, they keep the whole of what was read with them in memory.
fn copied(headers: &HeaderMap) -> HeaderMap {
    let copy = |value: &HeaderValue| HeaderValue::from_bytes(value.as_bytes()).ok();
    headers.iter().filter_map(|(name, value)| Some((name.clone(), copy(value)?))).collect()
}

impl fmt::Debug for LoggedRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("LoggedRequest")
            .field("number", &self.number)
            .field("at", &self.answered.at)
            .field("method", &self.request.method)
            .field("path", &self.request.path)
            .field("operation", &self.answered.operation)
            .field("query_length", &self.request.query.len())
            .field("body_length", &self.request.body.len())
            .field("unread", &self.answered.unread)
            .field("status", &self.answered.status)
            .field("code", &self.answered.code)
            .field("fault", &self.answered.fault)
            .finish_non_exhaustive()
    }
}
