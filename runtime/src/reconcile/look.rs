//! One look: the verdicts of all reads together.

use super::reconciled::Reconciled;
use super::records::ReconciledRecords;
use super::verdict::{self, Verdict};
use crate::error::Error;
use crate::operation::{Evidence, ExpectedValues};
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
        expected: &ExpectedValues,
        response: Response,
    ) -> Result<(), Error> {
        let (verdict, record) = verdict::evaluate(evidence, expected, response)?;
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
        match self.conclude() {
            (Conclusion::Done | Conclusion::Declined, records) => Reconciled::Done(records),
            (Conclusion::NotDone, _) => Reconciled::NotDoneYet,
            (Conclusion::Unproven | Conclusion::Unclear, records) => Reconciled::Unclear(records),
        }
    }

    /// Combines the verdicts of all reads, and returns their records.
    pub(crate) fn conclude(self) -> (Conclusion, ReconciledRecords) {
        let all = |wanted: &[Verdict]| self.verdicts.iter().all(|verdict| wanted.contains(verdict));
        let conclusion = if all(&[Verdict::Done]) {
            Conclusion::Done
        } else if all(&[Verdict::Done, Verdict::Declined]) {
            Conclusion::Declined
        } else if all(&[Verdict::NotDoneYet]) {
            Conclusion::NotDone
        } else if self.verdicts.contains(&Verdict::Unclear) {
            Conclusion::Unclear
        } else {
            Conclusion::Unproven
        };
        (conclusion, self.records)
    }
}

/// The conclusion from all reads together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conclusion {
    /// The call was carried out.
    Done,
    /// The call, or a part of it, was carried out and declined, or an older one with the same keys was.
    Declined,
    /// Nothing of the call is to be seen.
    NotDone,
    /// The reads do not agree, or have shown neither the records nor their absence.
    Unproven,
    /// The records cannot tell.
    Unclear,
}
