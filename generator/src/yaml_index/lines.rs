//! The lines of entries, for reports.

use super::index::YamlIndex;
use super::nodes::{child, map};
use crate::source::{SourceLocation, Span};

impl YamlIndex {
    /// The line of a parameter or a field, or of the nearest existing entry around it.
    pub fn nearest(&self, subject: &str, location: &str) -> Option<SourceLocation> {
        let entry = self
            .field(subject, location)
            .or_else(|| self.container(subject, location))
            .or_else(|| self.subject(subject))?;
        Some(self.location_of(entry.key.span))
    }

    /// The line of a documented status of an operation.
    pub fn error(&self, route: &str, status: &str) -> Option<SourceLocation> {
        let errors = child(self.subject(route)?.value, "errors")?;
        let (key, _) = map(Some(errors)).find(|(key, _)| key.text == status)?;
        Some(self.location_of(key.span))
    }

    /// The line of a code of an enumeration.
    pub fn value(&self, ty: &str, code: &str) -> Option<SourceLocation> {
        let values = self.values(ty)?;
        let (key, _) = map(Some(values.value)).find(|(key, _)| key.text == code)?;
        Some(self.location_of(key.span))
    }

    /// The line of a span.
    pub fn location_of(&self, span: Span) -> SourceLocation {
        let before = self.text(span.file).bytes().take(span.start);
        let line = before.filter(|byte| *byte == b'\n').count() + 1;
        SourceLocation { file: self.path(span.file).to_owned(), line }
    }
}
