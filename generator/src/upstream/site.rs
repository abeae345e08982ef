//! The locations in our schema of the subjects of findings.

use super::finding::{Finding, New};
use crate::places::{Places, Site};

impl Places {
    /// The nearest location in our schema of the subject of the finding.
    pub fn site(&self, finding: &Finding) -> Option<Site> {
        let location = finding.was.as_deref().unwrap_or(&finding.location);
        self.nearest(&finding.subject, location).or_else(|| self.home_of(finding.new.as_ref()?))
    }

    /// The file that what is new belongs into.
    fn home_of(&self, new: &New) -> Option<Site> {
        let file = match new {
            New::Operation(operation) => self.section(&operation.page)?,
            New::Type { users, .. } => self.home(users)?,
            New::Field { .. } => return None,
        };
        Some(Site { file: self.path(file).to_owned(), line: 1 })
    }
}
