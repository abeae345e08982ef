//! The errors of one run.

use super::diagnostic::Diagnostic;

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
