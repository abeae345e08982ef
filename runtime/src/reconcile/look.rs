//! One look: the verdicts of all reads together.

use super::reconciled::Reconciled;
use super::records::ReconciledRecords;
use super::verdict::{self, Verdict};
use crate::error::Error;
use crate::operation::{Evidence, ReconcilePlan};
use crate::response::Response;

/// The responses to all reads of a plan, made one after the other.
#[derive(Default)]
pub(crate) struct Look {
    records: ReconciledRecords,
    verdicts: Vec<Verdict>,
}

impl Look {
    /// Adds the response to a read.
    ///
    /// # Errors
    ///
    /// Those of the read.
    pub(crate) fn add(
        &mut self,
        evidence: Evidence,
        plan: &ReconcilePlan,
        response: Response,
    ) -> Result<(), Error> {
        let (verdict, record) = verdict::evaluate(evidence, plan, response)?;
        self.verdicts.push(verdict);
        if let Some(record) = record {
            self.records.add(record);
        }
        Ok(())
    }

    /// True if another look would not show more.
    pub(crate) fn is_final(&self) -> bool {
        let is_final = |verdict: &Verdict| matches!(verdict, Verdict::Done | Verdict::Unclear);
        self.verdicts.iter().all(is_final)
    }

    /// Combines the verdicts of all reads; unclear unless they agree.
    pub(crate) fn result(self) -> Reconciled {
        let all = |wanted: &[Verdict]| self.verdicts.iter().all(|verdict| wanted.contains(verdict));
        if all(&[Verdict::Done, Verdict::Declined]) {
            Reconciled::Done(self.records)
        } else if all(&[Verdict::NotDoneYet]) {
            Reconciled::NotDoneYet
        } else {
            Reconciled::Unclear(self.records)
        }
    }
}
