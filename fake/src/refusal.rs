//! Why the server does not do what it was asked.

use std::fmt;

use serde_json::Value;

/// An HTTP status, and the envelope's code and message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The envelope's `code`.
    pub code: i64,
    /// The envelope's `message`.
    pub message: String,
    /// What the gateway itself said, where the envelope has an `error` for that.
    pub error: Option<Value>,
}

impl Refusal {
    /// Any status that is an error.
    pub fn new(status: u16, message: impl Into<String>) -> Self {
        Self { status, code: -1, message: message.into(), error: None }
    }

    /// The keys or the token.
    pub fn unauthorized(message: impl Into<String>) -> Self {
        Self::new(401, message)
    }

    /// A parameter is missing or wrong.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }

    /// A parameter is not there.
    pub fn missing(parameter: &str) -> Self {
        Self::invalid(format!("{parameter} is missing"))
    }

    /// There is no such thing: "there is no payment imp_1".
    pub fn not_found(what: impl fmt::Display) -> Self {
        Self::new(404, format!("there is no {what}"))
    }

    /// A rule of the API, which is answered like a success but for the code.
    pub fn rule(message: impl Into<String>) -> Self {
        Self { code: 1, ..Self::new(200, message) }
    }

    /// A card or a billing key that could not be charged, which is answered like a success too.
    pub fn card(message: impl Into<String>) -> Self {
        Self::new(200, message)
    }

    /// The same with the gateway's own words.
    #[must_use]
    pub fn because(self, error: Value) -> Self {
        Self { error: Some(error), ..self }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
