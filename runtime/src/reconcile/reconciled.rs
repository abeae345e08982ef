//! The result of reconciling a call.

use super::records::Found;
use super::verdict::Verdict;

/// What became of a request whose answer was lost.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Reconciled {
    /// It was carried out; these records show it, none where it was to remove them. Whether it went
    /// well is for the record to say: a charge that was carried out can have been declined, and its
    /// payment has the status `failed` then. A record that was there before, under the same keys,
    /// looks no different.
    Done(Found),
    /// It was not carried out, as far as can be seen now. It may still be on its way.
    NotDone,
    /// It cannot be told from what was found, or some of it was carried out and some was not.
    Unclear(Found),
}

impl Reconciled {
    /// The result that all reads agree on; unclear if they do not agree.
    pub(crate) fn new(verdicts: &[Verdict], found: Found) -> Self {
        let all = |verdict| verdicts.iter().all(|other| *other == verdict);
        if all(Verdict::Done) {
            Self::Done(found)
        } else if all(Verdict::NotDone) {
            Self::NotDone
        } else {
            Self::Unclear(found)
        }
    }
}
