//! An intent with its outcome.

use super::intent::Intent;
use super::outcome::Outcome;

/// An intent of a journal, with its outcome.
#[derive(Clone, Debug)]
pub struct JournalEntry {
    /// The intent.
    pub intent: Intent,
    /// The outcome; none if the process died, or the request is still under way.
    pub outcome: Option<Outcome>,
}

impl JournalEntry {
    /// True if it is not known whether the request was carried out.
    pub fn is_open(&self) -> bool {
        self.outcome.is_none_or(Outcome::is_open)
    }
}
