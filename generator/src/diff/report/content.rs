//! The content of a report: the changes with their locations, and the verdict on them.

use semver::Version;

use super::levels::LEVELS;
use super::locations::Locations;
use super::origin::Origin;
use crate::diff::suppression::{self, DiffSuppression, SuppressionError};
use crate::diff::{Change, Level, next_version};
use crate::source::SourceLocation;

/// A comparison, ready to be shown.
#[derive(Clone, Debug)]
pub struct Report {
    /// The base of the comparison: a revision or a folder.
    pub before: String,
    /// The compared revision or folder.
    pub after: String,
    /// The origin of both schemas.
    pub origin: Origin,
    /// The crate's version in the first of them, if it is known.
    pub version: Option<Version>,
    /// All changes, in descending order of severity.
    pub entries: Vec<Entry>,
    /// The entries of `suppressions.yaml` that are expired or unused.
    pub suppression_errors: Vec<(DiffSuppression, SuppressionError)>,
}

/// A change with its location, and the entry that suppresses it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The change.
    pub change: Change,
    /// The nearest location in the newer schema.
    pub source_location: Option<SourceLocation>,
    /// The location in the older schema, of what was removed.
    pub old_location: Option<SourceLocation>,
    /// The entry of `suppressions.yaml` that is about it.
    pub suppression: Option<DiffSuppression>,
}

impl Report {
    /// Applies the entries of the newer schema; `base` are those that the older schema has already.
    pub fn suppress(&mut self, entries: &[DiffSuppression], base: &[DiffSuppression], today: &str) {
        let changes: Vec<_> = self.entries.iter().map(|entry| entry.change.clone()).collect();
        let errors = suppression::errors(entries, base, &changes, today).into_iter();
        self.suppression_errors = errors.map(|(entry, error)| (entry.clone(), error)).collect();
        let valid: Vec<_> = entries.iter().filter(|entry| !entry.is_expired(today)).collect();
        for entry in &mut self.entries {
            let suppression = valid.iter().find(|valid| valid.matches(&entry.change));
            entry.suppression = suppression.map(|suppression| (*suppression).clone());
        }
    }

    /// The least level of the next version: a suppressed change breaks programs all the same.
    pub fn level(&self) -> Level {
        self.entries.iter().map(|entry| entry.change.level()).max().unwrap_or(Level::None)
    }

    /// The least next version, if the current one is known.
    pub fn next(&self) -> Option<Version> {
        self.version.as_ref().map(|version| next_version(version, self.level()))
    }

    /// True if a change of at least this level is not suppressed, or an entry of `suppressions.yaml` is
    /// expired or unused.
    pub fn fails(&self, least: Level) -> bool {
        let fails = |entry: &Entry| entry.suppression.is_none() && entry.change.level() >= least;
        !self.suppression_errors.is_empty() || self.entries.iter().any(fails)
    }

    /// `3 changes: 1 major, 2 minor, 1 of them suppressed`
    pub(super) fn summary(&self) -> String {
        let count = |level| self.entries.iter().filter(|e| e.change.level() == level).count();
        let counts = LEVELS.map(|level| (count(level), level.word()));
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts.map(|(count, word)| format!("{count} {word}")).collect();
        if counts.is_empty() {
            return "no change".to_owned();
        }
        let (all, suppressed) = (self.entries.len(), self.suppressed());
        let suppressed = match suppressed {
            0 => String::new(),
            _ => format!(", {suppressed} of them suppressed"),
        };
        let plural = if all == 1 { "" } else { "s" };
        format!("{all} change{plural}: {}{suppressed}", counts.join(", "))
    }

    fn suppressed(&self) -> usize {
        self.entries.iter().filter(|entry| entry.suppression.is_some()).count()
    }

    /// `0.1.0 → at least 0.2.0`
    pub(super) fn verdict(&self) -> String {
        match (&self.version, self.next()) {
            (Some(now), Some(next)) if *now == next => format!("{now} may stay"),
            (Some(now), Some(next)) => format!("{now} → at least {next}"),
            _ => "the current version is not known".to_owned(),
        }
    }
}

/// All changes, each with its location in the newer schema, and if it was removed, in the older one.
pub fn entries(changes: Vec<Change>, before: &Locations<'_>, after: &Locations<'_>) -> Vec<Entry> {
    let entry = |change: Change| {
        let source_location = after.of(&change.pointer);
        let is_removed = change.before.is_some() && change.after.is_none();
        let old_location = before.of(&change.pointer).filter(|_| is_removed);
        Entry { change, source_location, old_location, suppression: None }
    };
    changes.into_iter().map(entry).collect()
}
