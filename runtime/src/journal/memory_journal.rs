//! A journal in memory.

use std::collections::BTreeMap;
use std::future::ready;
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::entry::JournalEntry;
use super::intent::Intent;
use super::intent_id::IntentId;
use super::outcome::Outcome;
use super::store::{Journal, JournalFuture};

/// A journal in memory, for tests: it forgets everything when the process ends, which is what a journal is for.
/// Clones share the intents.
#[derive(Clone, Debug, Default)]
pub struct MemoryJournal(Arc<Mutex<BTreeMap<IntentId, JournalEntry>>>);

impl MemoryJournal {
    /// Creates an empty journal.
    pub fn new() -> Self {
        Self::default()
    }

    /// All intents, open or closed, in the order of their identifiers.
    pub fn entries(&self) -> Vec<JournalEntry> {
        self.locked().values().cloned().collect()
    }

    fn locked(&self) -> MutexGuard<'_, BTreeMap<IntentId, JournalEntry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Journal for MemoryJournal {
    fn record_intent<'a>(&'a self, intent: &'a Intent) -> JournalFuture<'a, ()> {
        let entry = JournalEntry { intent: intent.clone(), outcome: None };
        self.locked().insert(intent.id(), entry);
        Box::pin(ready(Ok(())))
    }

    fn record_outcome<'a>(&'a self, id: &'a IntentId, outcome: Outcome) -> JournalFuture<'a, ()> {
        if let Some(entry) = self.locked().get_mut(id) {
            if outcome.replaces(entry.outcome) {
                entry.outcome = Some(outcome);
            }
        }
        Box::pin(ready(Ok(())))
    }

    fn open<'a>(
        &'a self,
        after: Option<&'a IntentId>,
        limit: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        let start = after.map_or(Bound::Unbounded, |id| Bound::Excluded(*id));
        let entries = self.locked();
        let open = entries.range((start, Bound::Unbounded)).map(|(_, entry)| entry);
        let open = open.filter(|entry| entry.is_open()).take(limit).cloned().collect();
        Box::pin(ready(Ok(open)))
    }

    fn related<'a>(&'a self, subject: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        let mut entries = self.entries();
        entries.retain(|entry| entry.intent.subject().as_deref() == Some(subject));
        Box::pin(ready(Ok(entries)))
    }
}
