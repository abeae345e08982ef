//! Journals that fail: nothing is sent without an intent, and no result depends on an outcome.

use std::future::{pending, ready};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{
    Error, Intent, IntentId, Journal, JournalEntry, JournalError, JournalFuture, MemoryJournal,
    Outcome,
};

use super::support::{only, outcome, refund, send};
use crate::fixture::{builder, get, well};
use crate::server::Server;

/// A way to fail.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Failure {
    None,
    Error,
    Panic,
    Hang,
    /// Takes this many milliseconds.
    Slow(u64),
    /// Records, and fails nevertheless, like a database whose commit is not acknowledged.
    Unacknowledged,
}

#[derive(Clone)]
struct Faulty {
    intent: Failure,
    outcome: Failure,
    inner: MemoryJournal,
    outcomes: Arc<Mutex<Vec<Outcome>>>,
}

impl Faulty {
    fn new(intent: Failure, outcome: Failure) -> Self {
        Self { intent, outcome, inner: MemoryJournal::new(), outcomes: Arc::default() }
    }

    fn fail<'a>(
        failure: Failure,
        record: impl FnOnce() -> JournalFuture<'a, ()> + Send + 'a,
    ) -> JournalFuture<'a, ()> {
        match failure {
            Failure::None => record(),
            Failure::Error => Box::pin(ready(Err(JournalError::new("the disk is full")))),
            Failure::Panic => panic!("a journal may do this"),
            Failure::Hang => Box::pin(pending()),
            Failure::Slow(milliseconds) => Box::pin(async move {
                tokio::time::sleep(Duration::from_millis(milliseconds)).await;
                record().await
            }),
            Failure::Unacknowledged => Box::pin(async move {
                record().await?;
                Err(JournalError::new("the connection was lost"))
            }),
        }
    }
}

impl Journal for Faulty {
    fn record_intent<'a>(&'a self, intent: &'a Intent) -> JournalFuture<'a, ()> {
        Self::fail(self.intent, || self.inner.record_intent(intent))
    }

    fn record_outcome<'a>(&'a self, id: &'a IntentId, outcome: Outcome) -> JournalFuture<'a, ()> {
        Self::fail(self.outcome, move || {
            self.outcomes.lock().unwrap().push(outcome);
            self.inner.record_outcome(id, outcome)
        })
    }

    fn open<'a>(
        &'a self,
        after: Option<&'a IntentId>,
        limit: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        self.inner.open(after, limit)
    }

    fn related<'a>(&'a self, subject: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        self.inner.related(subject)
    }
}

fn client(server: &Server, journal: &Faulty) -> Transport {
    let builder = builder(&server.url()).deadline(Duration::from_millis(500));
    builder.journal(journal.clone()).build().unwrap()
}

#[tokio::test]
async fn nothing_is_sent_without_an_intent() {
    for (failure, text) in [
        (Failure::Error, "the disk is full"),
        (Failure::Panic, "the journal panicked"),
        (Failure::Hang, "longer than the deadline"),
        (Failure::Unacknowledged, "the connection was lost"),
    ] {
        let server = Server::start(well).await;
        let journal = Faulty::new(failure, Failure::None);
        let error = send(&client(&server, &journal), refund()).await.unwrap_err();
        assert!(matches!(error, Error::Journal(_)), "{error:?}");
        assert_eq!(error.operation(), Some("payments.cancel"));
        let said = error.to_string();
        assert!(said.contains("nothing was sent") && said.contains(text), "{said}");
        assert!(server.seen().is_empty(), "not even a token request");
    }
}

#[tokio::test]
async fn reads_do_not_need_the_journal() {
    let server = Server::start(well).await;
    let journal = Faulty::new(Failure::Panic, Failure::Panic);
    get(&client(&server, &journal)).await.unwrap();
}

#[tokio::test]
async fn an_intent_that_was_recorded_in_spite_of_an_error_is_closed() {
    let server = Server::start(well).await;
    let journal = Faulty::new(Failure::Unacknowledged, Failure::None);
    send(&client(&server, &journal), refund()).await.unwrap_err();
    assert_eq!(outcome(&journal.inner).await, Outcome::NotSent);
}

#[tokio::test]
async fn an_intent_that_is_recorded_after_the_deadline_is_closed() {
    let server = Server::start(well).await;
    let journal = Faulty::new(Failure::Slow(1500), Failure::None);
    let error = send(&client(&server, &journal), refund()).await.unwrap_err();
    assert!(matches!(error, Error::Journal(_)), "{error:?}");
    assert!(journal.inner.entries().is_empty());
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(outcome(&journal.inner).await, Outcome::NotSent);
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn an_outcome_that_is_not_recorded_changes_no_result() {
    for failure in [Failure::Error, Failure::Panic, Failure::Hang] {
        let server = Server::start(well).await;
        let journal = Faulty::new(Failure::None, failure);
        let begun = Instant::now();
        send(&client(&server, &journal), refund()).await.unwrap();
        assert!(begun.elapsed() < Duration::from_secs(4), "a call waits for two seconds");
        assert!(only(&journal.inner).is_open());
    }
}

#[tokio::test]
async fn the_result_waits_until_the_outcome_is_recorded() {
    let server = Server::start(well).await;
    let journal = Faulty::new(Failure::None, Failure::Slow(300));
    send(&client(&server, &journal), refund()).await.unwrap();
    assert_eq!(*journal.outcomes.lock().unwrap(), [Outcome::Done]);
}

/// Blocks its thread while it records.
struct Blocking(AtomicBool);

impl Journal for Blocking {
    fn record_intent<'a>(&'a self, _: &'a Intent) -> JournalFuture<'a, ()> {
        Box::pin(async {
            std::thread::sleep(Duration::from_millis(400));
            Ok(())
        })
    }

    fn record_outcome<'a>(&'a self, _: &'a IntentId, outcome: Outcome) -> JournalFuture<'a, ()> {
        self.0.store(outcome == Outcome::Done, Ordering::SeqCst);
        Box::pin(ready(Ok(())))
    }

    fn open<'a>(
        &'a self,
        _: Option<&'a IntentId>,
        _: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        Box::pin(ready(Ok(Vec::new())))
    }

    fn related<'a>(&'a self, _: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        Box::pin(ready(Ok(Vec::new())))
    }
}

#[tokio::test]
async fn a_journal_that_blocks_does_not_block_the_thread_of_the_call() {
    let server = Server::start(well).await;
    let journal = Arc::new(Blocking(AtomicBool::new(false)));
    let client: Transport = builder(&server.url()).journal(Arc::clone(&journal)).build().unwrap();
    let begun = Instant::now();
    let tick = async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        begun.elapsed()
    };
    let (result, tick) = tokio::join!(send(&client, refund()), tick);
    result.unwrap();
    assert!(tick < Duration::from_millis(300), "{tick:?}");
    assert!(journal.0.load(Ordering::SeqCst));
}
