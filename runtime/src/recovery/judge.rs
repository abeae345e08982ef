//! The judgement of an intent, from what its reads have shown.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::conflict::{can_explain, took_the_balance};
use super::report::Recovered;
use super::undecidable::Undecidable;
use crate::journal::{Intent, JournalEntry, subject};
use crate::operation::Evidence;
use crate::reconcile::{Conclusion, ReconciledRecords};

/// The keys of a payment, by either of which requests name it.
const KEYS: [&str; 2] = ["imp_uid", "merchant_uid"];

/// The judge of an intent.
pub(crate) struct Judge<'a> {
    pub(crate) entry: &'a JournalEntry,
    pub(crate) not_done_after: Duration,
}

impl Judge<'_> {
    /// The result of the reads. `related` are the intents with the same subjects, read after the records.
    pub(crate) fn judge(
        &self,
        conclusion: Conclusion,
        records: ReconciledRecords,
        related: &[JournalEntry],
    ) -> Recovered {
        match conclusion {
            Conclusion::Done if !self.is_ambiguous(related) => Recovered::Done(records),
            Conclusion::Done | Conclusion::Unclear
                if self.is_refund() && self.is_balance_explained(&records, related) =>
            {
                self.if_old(Recovered::NotDone(records))
            }
            Conclusion::Done => self.undecidable(Undecidable::OtherRequest, records),
            Conclusion::Unclear if self.is_refund() => {
                self.undecidable(Undecidable::Balance, records)
            }
            Conclusion::Unclear => self.undecidable(Undecidable::State, records),
            Conclusion::Declined => self.if_old(Recovered::Declined(records)),
            Conclusion::NotDone => self.if_old(Recovered::NotDone(records)),
            Conclusion::Unproven => {
                self.if_old(Recovered::Undecidable(Undecidable::OtherRecords, records))
            }
        }
    }

    /// The result for a person to look up, unless the call may still be answered.
    pub(crate) fn undecidable(&self, reason: Undecidable, records: ReconciledRecords) -> Recovered {
        let is_under_way =
            self.entry.outcome.is_none() && !self.is_older_than(self.entry.intent.deadline);
        match is_under_way {
            true => Recovered::StillOpen(None),
            false => Recovered::Undecidable(reason, records),
        }
    }

    /// The result, if the request cannot be running any more.
    fn if_old(&self, result: Recovered) -> Recovered {
        let age = self.entry.intent.deadline.saturating_add(self.not_done_after);
        if self.is_older_than(age) { result } else { Recovered::StillOpen(None) }
    }

    /// True if a request that was answered has brought the balance to where it is, from where this one expected it.
    fn is_balance_explained(&self, records: &ReconciledRecords, related: &[JournalEntry]) -> bool {
        let balance = records.balance();
        let after = |entry: &JournalEntry| {
            let before = entry.intent.balance?;
            before.checked_sub(entry.intent.amount.unwrap_or(before))
        };
        let intent = &self.entry.intent;
        let mut took = related.iter().filter(|entry| took_the_balance(entry, intent));
        balance.is_some() && took.any(|entry| after(entry) == balance)
    }

    fn is_refund(&self) -> bool {
        self.entry.intent.reads.iter().any(|read| read.evidence == Evidence::Balance)
    }

    fn is_ambiguous(&self, related: &[JournalEntry]) -> bool {
        related.iter().any(|other| can_explain(other, &self.entry.intent))
    }

    fn is_older_than(&self, age: Duration) -> bool {
        let elapsed = Timestamp::now().duration_since(self.entry.intent.time());
        SignedDuration::try_from(age).is_ok_and(|age| elapsed > age)
    }
}

/// The subjects of intents that can be confused with this one: its own, and those of the records that were read.
pub(crate) fn subjects(intent: &Intent, records: &ReconciledRecords) -> BTreeSet<String> {
    let of_record = KEYS.into_iter().filter_map(|key| Some(subject(key, &records.text(key)?)));
    intent.subject().into_iter().chain(of_record).collect()
}
