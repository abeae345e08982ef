//! The changes of the schema since a release.

use portone_v1_generator::diff::{self, Change, Level};
use semver::Version;

use super::history::ReleaseHistory;
use crate::comparison::Comparison;
use crate::project_paths::ProjectPaths;
use crate::quantity::count;
use crate::schema_revision::UnreadableSchema;

/// The changes since one release.
pub struct SchemaChanges {
    /// The release.
    pub release: Version,
    /// The changes, the most severe first; `None` if the schema of the release cannot be read.
    pub changes: Option<Vec<Change>>,
}

impl SchemaChanges {
    /// Compares the working tree with the tag of a release.
    pub fn since(release: &Version, paths: &ProjectPaths) -> anyhow::Result<Self> {
        let tag = format!("v{release}");
        let compared = Comparison::read(Some(&tag), None, paths);
        // Suppressed changes count: an intended breaking change still breaks programs.
        let changes = match compared.and_then(|comparison| comparison.changes()) {
            Ok(changes) => Some(changes),
            Err(error) if error.is::<UnreadableSchema>() => None,
            Err(error) => return Err(error),
        };
        Ok(Self { release: release.clone(), changes })
    }

    /// The changes since the last release: those since the base of the next one, unless a pre-release followed it.
    pub fn since_last(
        history: &ReleaseHistory,
        since_base: Option<Self>,
        paths: &ProjectPaths,
    ) -> anyhow::Result<Option<Self>> {
        let Some(last) = &history.last else { return Ok(None) };
        match since_base {
            Some(since) if since.release == *last => Ok(Some(since)),
            _ => Self::since(last, paths).map(Some),
        }
    }

    /// The highest level of all changes.
    pub fn level(&self) -> Level {
        self.changes.as_deref().map_or(Level::None, diff::level)
    }

    /// A line for the output.
    pub fn summary(&self) -> String {
        let Self { release, changes } = self;
        match changes {
            Some(changes) => {
                let (count, level) = (count(changes.len(), "change"), self.level().word());
                format!("since v{release}: {count} of the schema, at most {level}")
            }
            None => format!(
                "the schema at v{release} cannot be read: it uses an older schema language, so only \
                 the crates are compared"
            ),
        }
    }

    /// The most severe change in one line.
    pub fn most_severe(&self) -> Option<String> {
        let change = self.changes.as_deref()?.first()?;
        let (level, what, pointer) = (change.level().word(), change.rule.what, &change.pointer);
        Some(format!("{level}: {what} (`{pointer}`)"))
    }
}
