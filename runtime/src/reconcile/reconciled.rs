//! The result of reconciling a call.

use super::records::ReconciledRecords;
use super::verdict::Verdict;

/// The outcome of a request whose response was lost, as far as reads show it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Reconciled {
    /// The request was carried out, as these records show; there are none if it deletes them. The result
    /// is in the record: a charge that was carried out can have been declined, and its payment then has
    /// the status `failed`. An older record with the same keys cannot be distinguished.
    Done(ReconciledRecords),
    /// The request was not carried out, as far as can be seen now. It may still be on its way.
    NotDone,
    /// The records do not show whether the request was carried out, or it was carried out in part.
    Unclear(ReconciledRecords),
}

impl Reconciled {
    /// Combines the verdicts of all reads; unclear unless they agree.
    pub(crate) fn new(verdicts: &[Verdict], records: ReconciledRecords) -> Self {
        let all = |verdict| verdicts.iter().all(|other| *other == verdict);
        if all(Verdict::Done) {
            Self::Done(records)
        } else if all(Verdict::NotDone) {
            Self::NotDone
        } else {
            Self::Unclear(records)
        }
    }
}
