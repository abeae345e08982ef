//! A call whose intent is in the journal.

use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::intent::Intent;
use super::intent_id::IntentId;
use super::journal_handle::{JournalHandle, panicked};
use super::outcome::Outcome;
use crate::error::{Error, JournalError};

/// The time for which a call waits for its outcome to be recorded. It is recorded in any case.
const OUTCOME_TIMEOUT: Duration = Duration::from_secs(2);

/// The guard of a call whose intent is recorded: whatever ends the call, its outcome is recorded.
pub(crate) struct JournaledCall {
    journal: JournalHandle,
    id: IntentId,
    /// The outcome to record if the call is dropped now.
    if_dropped: Mutex<Outcome>,
    /// Dropped when an outcome was recorded.
    guard: Option<oneshot::Sender<Infallible>>,
    recorded: Option<oneshot::Receiver<Infallible>>,
}

/// The recording of the intent, which the request waits for.
struct PendingIntent {
    call: Option<JournaledCall>,
    result: oneshot::Receiver<Result<(), JournalError>>,
}

impl JournaledCall {
    /// Records the intent within this time. If that fails, or the future is dropped, the request is not sent.
    pub(crate) async fn begin(
        journal: JournalHandle,
        intent: Intent,
        limit: Duration,
    ) -> Result<Self, JournalError> {
        let (sender, result) = oneshot::channel();
        let mut pending =
            PendingIntent { call: Some(Self::new(journal.clone(), intent.id())), result };
        journal.record_intent(intent, |result| sender.send(result).is_ok());
        match journal.within(limit, &mut pending.result).await {
            Ok(Ok(Ok(()))) => pending.call.take().ok_or_else(panicked),
            Ok(Ok(Err(error))) => Err(error),
            Ok(Err(_)) => Err(panicked()),
            Err(_) => Err(JournalError::new("it took longer than the deadline of the call")),
        }
    }

    fn new(journal: JournalHandle, id: IntentId) -> Self {
        let (guard, recorded) = oneshot::channel();
        let if_dropped = Mutex::new(Outcome::NotSent);
        Self { journal, id, if_dropped, guard: Some(guard), recorded: Some(recorded) }
    }

    /// Sets the outcome to record if the call is dropped from now on.
    pub(crate) fn set_outcome_if_dropped(&self, outcome: Outcome) {
        *self.if_dropped.lock().unwrap_or_else(PoisonError::into_inner) = outcome;
    }

    /// Records the outcome of a call that has ended with this error, or without one.
    pub(crate) fn end(mut self, error: Option<&Error>) {
        self.record(error.map_or(Outcome::Done, outcome_of));
    }

    /// The recording of the outcome, which can be waited for.
    pub(crate) fn recorded(&mut self) -> Recorded {
        let recorded = self.recorded.take();
        Recorded(recorded.map(|recorded| (self.journal.clone(), recorded)))
    }

    fn record(&mut self, outcome: Outcome) {
        if let Some(guard) = self.guard.take() {
            self.journal.record_outcome(self.id, outcome, guard);
        }
    }
}

/// A dropped future takes no request back: its question is open, unless nothing was sent.
impl Drop for JournaledCall {
    fn drop(&mut self) {
        let outcome = *self.if_dropped.lock().unwrap_or_else(PoisonError::into_inner);
        self.record(outcome);
    }
}

/// Nothing was sent. The journal closes the intent itself, unless it has already handed over the result.
impl Drop for PendingIntent {
    fn drop(&mut self) {
        self.result.close();
        let is_handed_over = matches!(self.result.try_recv(), Ok(Ok(())));
        match &mut self.call {
            Some(call) if !is_handed_over => call.guard = None,
            _ => {}
        }
    }
}

/// The recording of an outcome. Dropping it changes nothing.
#[must_use = "the outcome may not be recorded before this is awaited"]
pub struct Recorded(Option<(JournalHandle, oneshot::Receiver<Infallible>)>);

impl Recorded {
    /// The recording of a call that is not in a journal.
    pub(crate) fn none() -> Self {
        Self(None)
    }

    /// Waits until the outcome is recorded, or for two seconds.
    pub async fn wait(self) {
        if let Some((journal, recorded)) = self.0 {
            // Either way, the outcome is not waited for any longer.
            let _ = journal.within(OUTCOME_TIMEOUT, recorded).await;
        }
    }
}

/// The outcome of a call that failed.
fn outcome_of(error: &Error) -> Outcome {
    match error {
        Error::Config(_) | Error::InvalidRequest(_) | Error::Journal(_) => Outcome::NotSent,
        Error::Token(error) if !error.after_unauthorized => Outcome::NotSent,
        Error::Transport(error) | Error::Timeout(error) if error.is_connect() => Outcome::NotSent,
        // Those that leave the outcome open are `OutcomeUnknown`.
        Error::Token(_) | Error::Transport(_) | Error::Timeout(_) => Outcome::Rejected,
        Error::Status(_) | Error::Api(_) | Error::ResponseTooLarge(_) => Outcome::Rejected,
        _ => Outcome::Unknown,
    }
}
