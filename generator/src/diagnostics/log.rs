//! The errors of one run.

use super::codes::Code;
use super::diagnostic::{Diagnostic, Label};

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

    /// Removes the errors with a code that another error explains.
    pub fn remove(&mut self, code: &Code) {
        self.found.retain(|diagnostic| diagnostic.code != code);
    }

    /// True if nothing has been found so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// True if there is an error with a code that begins here.
    pub fn has(&self, code: &Code, file: usize, start: usize) -> bool {
        let begins_here = |label: &Label| label.span.file == file && label.span.start == start;
        let mut found = self.found.iter().filter(|diagnostic| diagnostic.code == code);
        found.any(|diagnostic| diagnostic.labels.first().is_some_and(begins_here))
    }

    /// The first byte of each error in its file.
    pub fn starts(&self) -> Vec<usize> {
        let labels = self.found.iter().filter_map(|diagnostic| diagnostic.labels.first());
        labels.map(|label| label.span.start).collect()
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
