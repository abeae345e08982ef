//! Recovery of the intents that a journal holds open.

use std::sync::Arc;

use super::transport::Transport;
use crate::error::Error;
use crate::journal::{IntentId, Journal, JournalEntry, JournalHandle, Outcome};
use crate::operation::ReconcileTable;
use crate::reconcile::ReconciledRecords;
use crate::recovery::{
    Judge, RecoverPolicy, Recovered, RecoveredIntent, Recovery, RecoveryPlan, subjects,
};
use crate::retry::Deadline;

impl Transport {
    /// Looks up the open intents of a journal, oldest first, with reads that change nothing.
    ///
    /// # Errors
    ///
    /// [`Error::Journal`] if the journal cannot be read. Failures of reads are in the report.
    pub async fn recover(
        &self,
        table: &'static ReconcileTable,
        journal: Arc<dyn Journal>,
        policy: RecoverPolicy,
    ) -> Result<Recovery, Error> {
        let journal = self.shared().journal_handle(journal)?;
        let deadline = Deadline::after(policy.deadline);
        let (after, limit) = (policy.after, policy.limit);
        // One more tells whether there are more.
        let open = move |journal: Arc<dyn Journal>| async move {
            let entries = journal.open(after.as_ref(), limit.saturating_add(1)).await?;
            Ok((entries, journal.unreadable().await?))
        };
        let (entries, unreadable) = journal.read(open).await?;
        let total = entries.len();
        let run = Recoverer { transport: self, table, journal, policy, deadline };
        let intents = run.look_up_all(entries).await?;
        let next = intents.last().map(|last| last.intent.id()).filter(|_| intents.len() < total);
        Ok(Recovery { intents, next, unreadable })
    }

    /// Records the outcome of an intent that was looked up.
    ///
    /// # Errors
    ///
    /// [`Error::Journal`] if it cannot be recorded.
    pub async fn close_intent(
        &self,
        journal: Arc<dyn Journal>,
        id: IntentId,
        outcome: Outcome,
    ) -> Result<(), Error> {
        Ok(self.shared().journal_handle(journal)?.close(id, outcome).await?)
    }
}

/// One run of the recovery of a journal.
struct Recoverer<'a> {
    transport: &'a Transport,
    table: &'static ReconcileTable,
    journal: JournalHandle,
    policy: RecoverPolicy,
    deadline: Deadline,
}

impl Recoverer<'_> {
    /// Looks up one intent after the other, until the limit or the deadline. The first one is always looked up.
    async fn look_up_all(&self, entries: Vec<JournalEntry>) -> Result<Vec<RecoveredIntent>, Error> {
        let mut intents = Vec::new();
        for entry in entries.into_iter().take(self.policy.limit) {
            if !intents.is_empty() && self.deadline.remaining().is_zero() {
                break;
            }
            let result = self.look_up(&entry).await?;
            let affects_all = matches!(&result, Recovered::StillOpen(Some(Error::Token(_))));
            if let Some(outcome) = result.closing().filter(|_| self.policy.records) {
                self.journal.close_quietly(entry.intent.id(), outcome).await;
            }
            let JournalEntry { intent, outcome } = entry;
            intents.push(RecoveredIntent { intent, outcome, result });
            if affects_all {
                break;
            }
        }
        Ok(intents)
    }

    async fn look_up(&self, entry: &JournalEntry) -> Result<Recovered, Error> {
        let intent = &entry.intent;
        let judge = Judge { entry, not_done_after: self.policy.not_done_after };
        let account = &self.transport.shared().account;
        let RecoveryPlan { reads, expected } = match RecoveryPlan::new(intent, self.table, account)
        {
            Ok(plan) => plan,
            Err(reason) => return Ok(judge.undecidable(reason, ReconciledRecords::default())),
        };
        let remaining = self.deadline.remaining();
        let look = self.transport.look(&reads, &expected, intent.tier(), remaining).await;
        let (conclusion, records) = match look {
            Ok(look) => look.conclude(),
            Err(error) => return Ok(Recovered::StillOpen(Some(error))),
        };
        // Read after the records: whatever they show was recorded as an intent before.
        let mut related = Vec::new();
        for subject in subjects(intent, &records) {
            related.extend(self.related(subject).await?);
        }
        Ok(judge.judge(conclusion, records, &related))
    }

    async fn related(&self, subject: String) -> Result<Vec<JournalEntry>, Error> {
        let related = |journal: Arc<dyn Journal>| async move { journal.related(&subject).await };
        Ok(self.journal.read(related).await?)
    }
}
