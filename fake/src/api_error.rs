//! Errors that the server returns to clients.

use std::fmt;

use serde_json::Value;

/// Error response: the HTTP status, and the envelope's code and message.
///
/// `{:?}`, which `unwrap` and a test that returns an error print, is the message, and `{:#?}` shows the fields.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The HTTP status.
    pub status: u16,
    /// The envelope's `code`.
    pub code: i64,
    /// The envelope's `message`.
    pub message: String,
    /// The gateway's own error, for operations whose envelope has an `error`.
    pub error: Option<Value>,
}

impl ApiError {
    /// Creates an error with this HTTP status and code -1.
    pub fn new(status: u16, message: impl Into<String>) -> Self {
        Self { status, code: -1, message: message.into(), error: None }
    }

    /// 401: the credentials or the token are invalid.
    pub fn unauthorized(message: impl Into<String>) -> Self {
        Self::new(401, message)
    }

    /// 400: a parameter is missing or invalid.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    /// 400: a required parameter is missing.
    pub fn missing_parameter(name: &str) -> Self {
        Self::bad_request(format!("{name} is missing"))
    }

    /// 404: the request names a record that does not exist.
    pub fn absent(message: impl Into<String>) -> Self {
        Self::new(404, message)
    }

    /// 404: "there is no payment imp_1".
    pub fn not_found(resource: impl fmt::Display) -> Self {
        Self::new(404, format!("there is no {resource}"))
    }

    /// 200 with code 1: a rule of the API is violated.
    pub fn rejected(message: impl Into<String>) -> Self {
        Self { code: 1, ..Self::new(200, message) }
    }

    /// 200 with code -1: a card or billing key was declined.
    pub fn declined(message: impl Into<String>) -> Self {
        Self::new(200, message)
    }

    /// Adds the gateway's error of an operation to a rejection that has none.
    #[must_use]
    pub fn or_gateway_error(self, example: Option<&Value>) -> Self {
        let is_rejection = (200..300).contains(&self.status) && self.error.is_none();
        match example.filter(|_| is_rejection) {
            Some(example) => self.with_gateway_error(example.clone()),
            None => self,
        }
    }

    /// Adds the gateway's own error.
    #[must_use]
    pub fn with_gateway_error(self, error: Value) -> Self {
        Self { error: Some(error), ..self }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !formatter.alternate() {
            return fmt::Display::fmt(self, formatter);
        }
        let Self { status, code, message, error } = self;
        let mut fields = formatter.debug_struct("ApiError");
        fields.field("status", status).field("code", code).field("message", message);
        fields.field("error", error).finish()
    }
}

impl std::error::Error for ApiError {}
