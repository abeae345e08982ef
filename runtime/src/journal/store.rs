//! Journals, which keep intents and their outcomes.

use std::future::ready;
use std::pin::Pin;
use std::sync::Arc;

use super::entry::JournalEntry;
use super::intent::Intent;
use super::intent_id::IntentId;
use super::outcome::Outcome;
use crate::error::JournalError;

/// The future of a [`Journal`]: `Box::pin(async move { … })`.
pub type JournalFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, JournalError>> + Send + 'a>>;

/// A journal of the requests that must not be sent twice: an intent before each is sent, an outcome after it.
///
/// It holds the requests that a process that died, a deploy or a dropped future has left open, and
/// `client.recover(&journal)` finds out what became of them. Reads and other idempotent calls do not use it.
///
/// - **An intent must be durable** when [`record_intent`](Self::record_intent) resolves: written and synchronised.
///   If it fails, the request is not sent, and the call fails with [`Error::Journal`](crate::Error::Journal).
/// - **An outcome need not be.** Without it, the intent stays open, and recovery looks it up.
/// - **Several processes** may use one journal at a time, also to recover.
/// - **One journal for one merchant.** Intents of another account are reported, and not looked up.
/// - **It may block**: its futures run on a thread of their own. A panic is an error of the journal.
/// - **No secrets, nothing personal** is in an intent, except a `customer_uid` that its outcome is looked up by, and
///   what the program writes into its label.
pub trait Journal: Send + Sync + 'static {
    /// Records the intent durably, before its request is sent.
    ///
    /// # Errors
    ///
    /// If it may not be durable: the request is not sent. An outcome [`NotSent`](Outcome::NotSent) follows.
    fn record_intent<'a>(&'a self, intent: &'a Intent) -> JournalFuture<'a, ()>;

    /// Records an outcome, in place of the one before if it [replaces](Outcome::replaces) that.
    ///
    /// An identifier without an intent is no error: its intent may have failed, or have been removed.
    ///
    /// # Errors
    ///
    /// If it is not recorded. The result of the call stays the same.
    fn record_outcome<'a>(&'a self, id: &'a IntentId, outcome: Outcome) -> JournalFuture<'a, ()>;

    /// The open intents with an identifier greater than `after`, in ascending order, `limit` at most.
    ///
    /// # Errors
    ///
    /// If the journal cannot be read.
    fn open<'a>(
        &'a self,
        after: Option<&'a IntentId>,
        limit: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>>;

    /// The intents with this [subject](Intent::subject), open or closed, in any order.
    ///
    /// Recovery asks whether another request can explain what a read shows. So a closed intent must be kept for
    /// as long as an intent with the same subject is open, and for a day at least.
    ///
    /// # Errors
    ///
    /// If the journal cannot be read.
    fn related<'a>(&'a self, subject: &'a str) -> JournalFuture<'a, Vec<JournalEntry>>;

    /// The records that cannot be read, such as damaged ones: for each, a sentence that says where it is and what a
    /// person must do. The other methods leave them out, so that they do not stop recovery.
    ///
    /// By default, there are none.
    ///
    /// # Errors
    ///
    /// If the journal cannot be read.
    fn unreadable(&self) -> JournalFuture<'_, Vec<String>> {
        Box::pin(ready(Ok(Vec::new())))
    }
}

impl<T: Journal + ?Sized> Journal for Arc<T> {
    fn record_intent<'a>(&'a self, intent: &'a Intent) -> JournalFuture<'a, ()> {
        (**self).record_intent(intent)
    }

    fn record_outcome<'a>(&'a self, id: &'a IntentId, outcome: Outcome) -> JournalFuture<'a, ()> {
        (**self).record_outcome(id, outcome)
    }

    fn open<'a>(
        &'a self,
        after: Option<&'a IntentId>,
        limit: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        (**self).open(after, limit)
    }

    fn related<'a>(&'a self, subject: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        (**self).related(subject)
    }

    fn unreadable(&self) -> JournalFuture<'_, Vec<String>> {
        (**self).unreadable()
    }
}
