//! The report of a recovery.

use super::undecidable::Undecidable;
use crate::error::Error;
use crate::journal::{Intent, IntentId, Outcome};
use crate::reconcile::ReconciledRecords;

/// The report of a recovery: the open intents that were looked up, oldest first.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Recovery {
    /// The intents.
    pub intents: Vec<RecoveredIntent>,
    /// The last intent, if there are more behind it: pass it to [`RecoverPolicy::after`](super::RecoverPolicy::after).
    pub next: Option<IntentId>,
    /// The records of the journal that cannot be read, such as damaged lines of a file, and what a person must do about
    /// each: an intent can be among them.
    pub unreadable: Vec<String>,
}

/// An open intent that was looked up.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RecoveredIntent {
    /// The intent, with its label and keys.
    pub intent: Intent,
    /// The outcome that was recorded before; none if the process died, or the request is still under way.
    pub outcome: Option<Outcome>,
    /// The result of looking it up.
    pub result: Recovered,
}

/// The result of looking up an open intent.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Recovered {
    /// The request was carried out, as these records show; there are none if it deletes them.
    ///
    /// Reads cannot tell a record apart from one that a request outside the journal has made, with the same keys and
    /// the same amount.
    Done(ReconciledRecords),
    /// The payment of the request was declined, so that no money was moved: that of this request, or of an earlier
    /// one with the same order number and amount. This one is not there, and old enough to count as not done.
    Declined(ReconciledRecords),
    /// Nothing of the request is to be seen, and it is old enough to count as not done. Records are those that it
    /// would have changed.
    NotDone(ReconciledRecords),
    /// Nothing can be said yet: a request that is not to be seen may still be running, or a read has failed. Recover
    /// again later.
    StillOpen(Option<Error>),
    /// No read can tell: a person has to look it up.
    Undecidable(Undecidable, ReconciledRecords),
}

impl Recovered {
    /// The outcome to close the intent with; none if it stays open.
    pub fn closing(&self) -> Option<Outcome> {
        match self {
            Self::Done(_) => Some(Outcome::FoundDone),
            Self::Declined(_) => Some(Outcome::FoundDeclined),
            Self::NotDone(_) => Some(Outcome::FoundNotDone),
            Self::StillOpen(_) | Self::Undecidable(..) => None,
        }
    }
}
