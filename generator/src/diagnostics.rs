//! Errors in a schema: codes, locations and rendering.

pub mod codes;
mod render;
mod suggest;

pub use codes::Code;
pub use render::{Style, render};
pub use suggest::{alternatives, did_you_mean, nearest};

use crate::source::Span;

/// One error in the schema.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Its entry in the catalogue.
    pub code: &'static Code,
    /// The error, in one line.
    pub message: String,
    /// The places, the first being the one to go to.
    pub labels: Vec<Label>,
    /// Sentences that tell how to repair it.
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

    /// Adds a sentence that says how to put it right.
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

/// Collects every error of a run, so that all of them are shown at once.
#[derive(Debug, Default)]
pub struct Log {
    found: Vec<Diagnostic>,
}

impl Log {
    /// Adds an error.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds the errors of another log.
    pub fn extend(&mut self, other: Self) {
        self.found.extend(other.found);
    }

    /// True if nothing has been found so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Everything found, in the order of files and lines.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| {
            let first = diagnostic.labels.first().map(|label| label.span);
            first.map(|span| (span.file, span.start))
        });
        self.found
    }
}
