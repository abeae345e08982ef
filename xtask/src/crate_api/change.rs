//! Changes of a public API.

use portone_v1_generator::diff::Level;

use crate::quantity::count;

/// A change of a crate's public API.
#[derive(Clone, Debug)]
pub struct ApiChange {
    /// The name of the crate.
    pub package: String,
    /// The effect on programs that use the crate.
    pub level: Level,
    /// The change in one line: `removed: pub fn portone_v1::…`.
    pub text: String,
}

/// All changes from one revision to another, the most severe first.
#[derive(Clone, Debug)]
pub struct ApiReport {
    /// The revision or folder that programs use now.
    pub before: String,
    /// The later revision.
    pub after: String,
    /// The changes.
    pub changes: Vec<ApiChange>,
}

impl ApiReport {
    /// The highest level of all changes.
    pub fn level(&self) -> Level {
        self.changes.iter().map(|change| change.level).max().unwrap_or(Level::None)
    }

    /// A line for the output.
    pub fn summary(&self) -> String {
        let changes = count(self.changes.len(), "change");
        format!(
            "since {}: {changes} of the crates' API, at most {}",
            self.before,
            self.level().word()
        )
    }

    /// The most severe change in one line.
    pub fn most_severe(&self) -> Option<String> {
        self.changes.first().map(ApiChange::line)
    }
}

impl ApiChange {
    /// `major: portone-v1: removed: pub fn portone_v1::…`
    pub fn line(&self) -> String {
        format!("{}: {}: {}", self.level.word(), self.package, self.text)
    }
}
