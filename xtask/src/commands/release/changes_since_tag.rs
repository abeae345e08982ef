//! Changes of the schema since the tag of the last release.

use portone_v1_generator::diff::{self, Change, Level};
use semver::Version;

use crate::comparison::Comparison;
use crate::git::Repository;
use crate::project_paths::ProjectPaths;
use crate::quantity::count;

/// The last release, and the changes after it.
pub struct ChangesSinceTag {
    /// The version of the last release; `None` before the first one.
    pub last: Option<Version>,
    /// The changes, the most severe first.
    pub changes: Vec<Change>,
}

impl ChangesSinceTag {
    /// Compares the working tree with the tag of the last release.
    pub fn read(
        repository: &Repository,
        paths: &ProjectPaths,
        today: &str,
    ) -> anyhow::Result<Self> {
        let last = repository.last_release()?;
        let Some(last) = last else { return Ok(Self { last, changes: Vec::new() }) };
        let tag = format!("v{last}");
        let report = Comparison::read(Some(&tag), None, paths)?.report(today)?;
        // Suppressed changes count: an intended breaking change still breaks programs.
        let changes = report.entries.into_iter().map(|entry| entry.change).collect();
        Ok(Self { last: Some(last), changes })
    }

    /// The highest level of all changes.
    pub fn level(&self) -> Level {
        diff::level(&self.changes)
    }

    /// A line for the output.
    pub fn summary(&self) -> String {
        match &self.last {
            None => "no tag `v*`: this is the first release".into(),
            Some(last) => {
                let (count, level) = (count(self.changes.len(), "change"), self.level().word());
                format!("since v{last}: {count} of the schema, at most {level}")
            }
        }
    }
}
