//! One error in a schema, with its locations and help.

use super::codes::Code;
use crate::source::Span;

/// One error in the schema.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Its entry in the registry.
    pub code: &'static Code,
    /// The error, in one line.
    pub message: String,
    /// The places, the first being the one to go to.
    pub labels: Vec<Label>,
    /// Suggestions for the repair.
    pub help: Vec<String>,
}

/// A place with a few words about it.
#[derive(Clone, Debug)]
pub struct Label {
    /// The location.
    pub span: Span,
    /// The text at the location.
    pub text: String,
}

impl Diagnostic {
    /// An error without a place yet: follow with [`at`](Self::at).
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), labels: Vec::new(), help: Vec::new() }
    }

    /// Adds a place; the first one is where the reader is sent.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds a suggestion for the repair.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds a sentence when there is one.
    #[must_use]
    pub fn maybe_help(self, text: Option<String>) -> Self {
        match text {
            Some(text) => self.help(text),
            None => self,
        }
    }
}
