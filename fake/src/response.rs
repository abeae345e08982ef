//! HTTP response, and the part of it that reaches the client.

mod operation_result;

use bytes::Bytes;
use serde_json::Value;

use self::operation_result::envelope;
use crate::api_error::ApiError;

pub use self::operation_result::{OperationResult, Success};

/// Content type of everything but files.
const JSON: &str = "application/json; charset=utf-8";

/// Content type of pages.
pub const HTML: &str = "text/html; charset=utf-8";

/// Content type of style sheets.
pub const CSS: &str = "text/css; charset=utf-8";

/// Content type of scripts.
pub const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// Response to a request, perhaps modified by a fault.
#[derive(Clone, Debug)]
pub struct HttpResponse {
    /// The HTTP status.
    pub status: u16,
    /// The `code` of the envelope, if the body is one.
    pub code: Option<i64>,
    /// The body, JSON unless it is a file or a fault replaced it.
    pub body: Bytes,
    /// Value of the header `Content-Type`.
    pub content_type: &'static str,
    /// Value of the header `Content-Security-Policy`, of a page.
    pub security_policy: Option<String>,
    /// Value of the header `Retry-After`, in seconds.
    pub retry_after: Option<u64>,
    /// Value of the header `Allow`, of a 405: `GET, POST`.
    pub allow: Option<String>,
    /// The part that is sent.
    pub transmission: Transmission,
}

/// Part of a response that reaches the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transmission {
    /// The complete response.
    Complete,
    /// The first half of the body; then the connection is closed.
    Truncated,
    /// Nothing: the connection is reset.
    Reset,
}

impl HttpResponse {
    /// Creates a response with a JSON body.
    pub fn json(status: u16, body: &Value) -> Self {
        let body = body.to_string().into();
        let transmission = Transmission::Complete;
        Self {
            status,
            code: None,
            body,
            content_type: JSON,
            security_policy: None,
            retry_after: None,
            allow: None,
            transmission,
        }
    }

    /// Creates a response with a JSON body for people and programs, indented.
    pub fn indented_json(status: u16, body: &Value) -> Self {
        Self { body: format!("{body:#}\n").into(), ..Self::json(status, body) }
    }

    /// Creates a response with a file of a page, and its security policy.
    pub fn file(content_type: &'static str, text: &'static str, policy: String) -> Self {
        let security_policy = Some(policy);
        Self { body: text.into(), content_type, security_policy, ..Self::json(200, &Value::Null) }
    }

    /// Creates a response with the envelope of a result.
    pub fn of(result: &OperationResult) -> Self {
        let (status, body) = envelope(result);
        let code = body.get("code").and_then(Value::as_i64);
        Self { code, ..Self::json(status, &body) }
    }

    /// Creates a response with the envelope of an error.
    pub fn error(error: ApiError) -> Self {
        Self::of(&Err(error))
    }

    /// Creates a placeholder for a call that is not executed, to be replaced by a fault.
    pub fn not_executed() -> Self {
        Self::json(200, &Value::Null)
    }

    /// Returns the HTTP status, if it reaches the client.
    pub fn sent_status(&self) -> Option<u16> {
        (self.transmission != Transmission::Reset).then_some(self.status)
    }

    /// Returns the envelope's message, if it reaches the client and is not that of a success.
    pub fn sent_message(&self) -> Option<String> {
        let envelope = self.sent_code().filter(|code| *code != 0).map(|_| &self.body)?;
        let envelope: Value = serde_json::from_slice(envelope).ok()?;
        Some(envelope.get("message")?.as_str()?.to_owned())
    }

    /// Returns the envelope's code, if it reaches the client.
    pub fn sent_code(&self) -> Option<i64> {
        self.code.filter(|_| self.transmission == Transmission::Complete)
    }
}
