//! The locations in our schema of the subjects of findings.

use super::finding::{Finding, New};
use crate::source::SourceLocation;
use crate::yaml_index::YamlIndex;

impl YamlIndex {
    /// The nearest location in our schema of the subject of the finding.
    pub fn locate(&self, finding: &Finding) -> Option<SourceLocation> {
        let location = finding.was.as_deref().unwrap_or(&finding.location);
        self.nearest(&finding.subject, location).or_else(|| self.file_for(finding.new.as_ref()?))
    }

    /// The file in which something new belongs.
    fn file_for(&self, new: &New) -> Option<SourceLocation> {
        let file = match new {
            New::Operation(operation) => self.section(&operation.page)?,
            New::Type { users, .. } => self.first_file(users)?,
            New::Field { .. } => return None,
        };
        Some(SourceLocation { file: self.path(file).to_owned(), line: 1 })
    }
}
