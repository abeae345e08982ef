//! The content of a report: the changes with their locations, and the verdict on them.

use semver::Version;

use super::levels::LEVELS;
use super::sites::Sites;
use crate::diff::accepted::{self, Fault, Intended};
use crate::diff::{Change, Level, next_version};
use crate::places::Site;

/// A comparison, ready to be shown.
#[derive(Clone, Debug)]
pub struct Report {
    /// The base of the comparison: a revision or a folder.
    pub before: String,
    /// The compared revision or folder.
    pub after: String,
    /// The crate's version in the first of them, if it is known.
    pub version: Option<Version>,
    /// All changes, the gravest first.
    pub entries: Vec<Entry>,
    /// The entries of `suppressions.yaml` that hold no longer, or never did.
    pub faults: Vec<(Intended, Fault)>,
}

/// A change with its location, and the entry that accepts it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The change.
    pub change: Change,
    /// The nearest location in the newer schema.
    pub site: Option<Site>,
    /// The entry of `suppressions.yaml` that speaks of it.
    pub intended: Option<Intended>,
}

impl Report {
    /// Judges changes by what is accepted. `base` is what the older side accepted already.
    pub fn accept(&mut self, entries: &[Intended], base: &[Intended], today: &str) {
        let changes: Vec<_> = self.entries.iter().map(|entry| entry.change.clone()).collect();
        let faults = accepted::faults(entries, base, &changes, today).into_iter();
        self.faults = faults.map(|(entry, fault)| (entry.clone(), fault)).collect();
        let valid: Vec<_> = entries.iter().filter(|entry| !entry.expired(today)).collect();
        for entry in &mut self.entries {
            let intended = valid.iter().find(|intended| intended.covers(&entry.change));
            entry.intended = intended.map(|intended| (*intended).clone());
        }
    }

    /// The least level of the next version: an accepted change breaks programs all the same.
    pub fn level(&self) -> Level {
        self.entries.iter().map(|entry| entry.change.level()).max().unwrap_or(Level::None)
    }

    /// The least next version, if the current one is known.
    pub fn next(&self) -> Option<Version> {
        self.version.as_ref().map(|version| next_version(version, self.level()))
    }

    /// True if a change that is not accepted is this grave, or an entry of `suppressions.yaml` is wrong.
    pub fn fails(&self, least: Level) -> bool {
        let grave = |entry: &Entry| entry.intended.is_none() && entry.change.level() >= least;
        !self.faults.is_empty() || self.entries.iter().any(grave)
    }

    /// The changes of a level that are accepted, or that are not.
    pub(super) fn of(&self, level: Level, accepted: bool) -> Vec<&Entry> {
        let fits =
            |entry: &&Entry| entry.change.level() == level && entry.intended.is_some() == accepted;
        self.entries.iter().filter(fits).collect()
    }

    /// `3 changes: 1 major, 2 minor, 1 of them accepted`
    pub(super) fn summary(&self) -> String {
        let count = |level| self.entries.iter().filter(|e| e.change.level() == level).count();
        let counts = LEVELS.map(|level| (count(level), level.word()));
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts.map(|(count, word)| format!("{count} {word}")).collect();
        if counts.is_empty() {
            return "no change".to_owned();
        }
        let (all, accepted) = (self.entries.len(), self.accepted());
        let accepted = match accepted {
            0 => String::new(),
            _ => format!(", {accepted} of them accepted"),
        };
        let plural = if all == 1 { "" } else { "s" };
        format!("{all} change{plural}: {}{accepted}", counts.join(", "))
    }

    fn accepted(&self) -> usize {
        self.entries.iter().filter(|entry| entry.intended.is_some()).count()
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

/// All changes, each with its place.
pub fn entries(changes: Vec<Change>, sites: &Sites<'_>) -> Vec<Entry> {
    let entry = |change: Change| {
        let site = sites.of(&change.pointer);
        Entry { change, site, intended: None }
    };
    changes.into_iter().map(entry).collect()
}
