//! What changed since the last release.

use portone_v1_generator::diff::{self, Change, Level};
use semver::Version;

use crate::comparison::Comparison;
use crate::findings::count;
use crate::git::Repository;
use crate::place::Place;

/// The last release, and the changes of the schema after it.
pub struct Since {
    /// Its version; `None` before the first release, when everything is new.
    pub last: Option<Version>,
    /// The changes, the gravest first.
    pub changes: Vec<Change>,
}

impl Since {
    /// Compares the working tree with the tag of the last release.
    pub fn read(repository: &Repository, place: &Place, today: &str) -> anyhow::Result<Self> {
        let last = repository.last_release()?;
        let Some(last) = last else { return Ok(Self { last, changes: Vec::new() }) };
        let tag = format!("v{last}");
        let report = Comparison::read(Some(&tag), None, place)?.report(today)?;
        // What is meant to break breaks all the same: `accepted.yaml` counts for nothing here.
        let changes = report.entries.into_iter().map(|entry| entry.change).collect();
        Ok(Self { last: Some(last), changes })
    }

    /// What all changes together ask of the next version.
    pub fn level(&self) -> Level {
        diff::level(&self.changes)
    }

    /// One line for people.
    pub fn summary(&self) -> String {
        match &self.last {
            None => "there is no tag `v*`: this is the first release, and everything is new".into(),
            Some(last) => {
                let (count, level) = (count(self.changes.len(), "change"), self.level().word());
                format!("since v{last}: {count} of the schema, {level} at most")
            }
        }
    }
}
