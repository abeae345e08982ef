//! A journal whose work runs on threads that it may block.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::error::Elapsed;

use super::intent::Intent;
use super::intent_id::IntentId;
use super::outcome::Outcome;
use super::store::Journal;
use crate::driver::BackgroundThread;
use crate::error::JournalError;
use crate::trace;

/// A journal, with the background thread whose blocking threads do its work. Work that has begun keeps the thread
/// alive, and goes on to its end whatever becomes of the caller and of its runtime.
#[derive(Clone)]
pub(crate) struct JournalHandle {
    journal: Arc<dyn Journal>,
    thread: Arc<BackgroundThread>,
}

impl JournalHandle {
    pub(crate) fn new(journal: Arc<dyn Journal>, thread: Arc<BackgroundThread>) -> Self {
        Self { journal, thread }
    }

    /// Limits the time of a wait for the journal.
    pub(super) async fn within<T>(
        &self,
        limit: Duration,
        wait: impl Future<Output = T>,
    ) -> Result<T, Elapsed> {
        self.thread.timeout(limit, wait).await
    }

    /// Reads the journal. A panic is an error.
    pub(crate) async fn read<T, F>(
        &self,
        read: impl FnOnce(Arc<dyn Journal>) -> F,
    ) -> Result<T, JournalError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, JournalError>> + Send + 'static,
    {
        let work = self.thread.spawn_blocking(read(Arc::clone(&self.journal)));
        work.await.unwrap_or_else(|_| Err(panicked()))
    }

    /// Records the outcome of an intent that was looked up.
    pub(crate) async fn close(&self, id: IntentId, outcome: Outcome) -> Result<(), JournalError> {
        self.read(move |journal| async move { journal.record_outcome(&id, outcome).await }).await
    }

    /// Records the outcome of an intent that was looked up. If that fails, it is looked up again.
    pub(crate) async fn close_quietly(&self, id: IntentId, outcome: Outcome) {
        if let Err(error) = self.close(id, outcome).await {
            trace::outcome_not_recorded(&id, &error);
        }
    }

    /// Records an intent, and hands the result to a receiver. If that is gone, or recording failed, nothing will
    /// be sent, and the intent is closed.
    pub(super) fn record_intent(
        &self,
        intent: Intent,
        hand_over: impl FnOnce(Result<(), JournalError>) -> bool + Send + 'static,
    ) {
        let handle = self.clone();
        self.thread.spawn_blocking(async move {
            let result = handle.journal.record_intent(&intent).await;
            let is_recorded = result.is_ok();
            if !hand_over(result) || !is_recorded {
                handle.outcome(intent.id(), Outcome::NotSent).await;
            }
        });
    }

    /// Records an outcome, and then drops the guard.
    pub(super) fn record_outcome(
        &self,
        id: IntentId,
        outcome: Outcome,
        guard: impl Send + 'static,
    ) {
        let handle = self.clone();
        self.thread.spawn_blocking(async move {
            handle.outcome(id, outcome).await;
            drop(guard);
        });
    }

    /// If an outcome cannot be recorded, the intent stays open, and can be looked up.
    async fn outcome(&self, id: IntentId, outcome: Outcome) {
        if let Err(error) = self.journal.record_outcome(&id, outcome).await {
            trace::outcome_not_recorded(&id, &error);
        }
    }
}

pub(super) fn panicked() -> JournalError {
    JournalError::new("the journal panicked")
}
