//! Logged request with a summary of its response.

use std::fmt;

use http::{HeaderMap, HeaderValue};
use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::request::HttpRequest;

/// Summary of how a request was answered.
#[derive(Clone, Debug, Default)]
pub struct RequestSummary {
    /// The server's time, in Unix seconds.
    pub at: i64,
    /// Name of the operation, if the route exists, or of the window's action.
    pub operation: Option<String>,
    /// Names of parameters that the operation does not have.
    pub unknown_parameters: Vec<String>,
    /// The HTTP status, if one was sent.
    pub status: Option<u16>,
    /// The envelope's code, if one was sent completely.
    pub code: Option<i64>,
    /// The reason of a refusal: the envelope's message, or that of the window.
    pub message: Option<String>,
    /// Name of the injected fault.
    pub fault: Option<String>,
}

/// Request that the server received, with a summary of the response.
///
/// `Debug` omits headers, query values and the body.
pub struct LoggedRequest {
    number: u64,
    request: HttpRequest,
    summary: RequestSummary,
}

impl LoggedRequest {
    pub(super) fn new(number: u64, mut request: HttpRequest, summary: RequestSummary) -> Self {
        request.headers = deep_copy(&request.headers);
        Self { number, request, summary }
    }

    /// Number of the request, from 1, in the order of execution.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The server's time, in Unix seconds.
    pub fn at(&self) -> i64 {
        self.summary.at
    }

    /// HTTP method: `POST`.
    pub fn method(&self) -> &str {
        &self.request.method
    }

    /// The path, still percent-encoded.
    pub fn path(&self) -> &str {
        &self.request.path
    }

    /// Query string without the question mark; empty if there is none.
    pub fn query(&self) -> &str {
        &self.request.query
    }

    /// Headers, including the token.
    pub fn headers(&self) -> &HeaderMap {
        &self.request.headers
    }

    /// Header value, if the header is present and is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.header(name)
    }

    /// Body as received. It is empty when it was too long or incomplete.
    pub fn body(&self) -> &[u8] {
        &self.request.body
    }

    /// Values of the query and of the JSON or form body, by name.
    ///
    /// # Errors
    /// Fails when the query or the body cannot be parsed.
    pub fn values(&self) -> Result<Map<String, Value>, ApiError> {
        let mut values = self.request.query_values()?;
        values.extend(self.request.body_values()?);
        Ok(values)
    }

    /// Name of the operation: `payments.cancel`, or of the payment window's action:
    /// `window.payment.open`.
    pub fn operation(&self) -> Option<&str> {
        self.summary.operation.as_deref()
    }

    /// Names of parameters that the operation does not have. V1 ignores them.
    pub fn unknown_parameters(&self) -> &[String] {
        &self.summary.unknown_parameters
    }

    /// HTTP status of the response; `None` when the connection was reset.
    pub fn status(&self) -> Option<u16> {
        self.summary.status
    }

    /// `code` of the envelope; `None` when no complete envelope was sent.
    pub fn code(&self) -> Option<i64> {
        self.summary.code
    }

    /// Returns `true` if the client was told that the request succeeded.
    pub fn is_success(&self) -> bool {
        let RequestSummary { status, code, message, fault, .. } = &self.summary;
        // The window's answers have no envelope.
        let is_plain = code.is_none() && message.is_none() && fault.is_none();
        matches!(status, Some(200 | 207)) && (*code == Some(0) || is_plain)
    }

    /// Reason of a refused request, which is `message` of the envelope; `None` for a success.
    pub fn message(&self) -> Option<&str> {
        self.summary.message.as_deref()
    }

    /// Name of the injected fault: `reset_after`.
    pub fn fault(&self) -> Option<&str> {
        self.summary.fault.as_deref()
    }

    /// Returns the approximate memory use in bytes.
    pub(super) fn size(&self) -> usize {
        let HttpRequest { method, path, query, headers, body } = &self.request;
        let headers = headers.iter().map(|(name, value)| name.as_str().len() + value.len());
        let unknown = self.summary.unknown_parameters.iter().map(String::len);
        let texts = method.len() + path.len() + query.len() + body.len();
        let message = self.summary.message.as_ref().map_or(0, String::len);
        message + texts + headers.sum::<usize>() + unknown.sum::<usize>() + size_of::<Self>()
    }
}

/// Copies header values, which otherwise keep the connection's whole read buffer in memory.
fn deep_copy(headers: &HeaderMap) -> HeaderMap {
    let copy = |value: &HeaderValue| HeaderValue::from_bytes(value.as_bytes()).ok();
    headers.iter().filter_map(|(name, value)| Some((name.clone(), copy(value)?))).collect()
}

impl fmt::Debug for LoggedRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("LoggedRequest")
            .field("number", &self.number)
            .field("at", &self.summary.at)
            .field("method", &self.request.method)
            .field("path", &self.request.path)
            .field("operation", &self.summary.operation)
            .field("query_length", &self.request.query.len())
            .field("body_length", &self.request.body.len())
            .field("unknown_parameters", &self.summary.unknown_parameters)
            .field("status", &self.summary.status)
            .field("code", &self.summary.code)
            .field("fault", &self.summary.fault)
            .finish_non_exhaustive()
    }
}
