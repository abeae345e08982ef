//! Recovery by several processes at once, and beside calls that are under way.

use std::sync::Arc;
use std::time::Duration;

use portone_v1_runtime::{Error, JournalEntry, JournalError, JournalFuture, Outcome};
use portone_v1_runtime::{Intent, IntentId, Journal, RecoverPolicy, Recovered};

use super::recovery_support::{OLD, OpenIntents, TABLE, nothing, payment, word};
use super::support::{client, refund};
use crate::fixture::{CHARGE, read};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_processes_recover_one_journal() {
    let open = OpenIntents::new(|seen| match &*seen.target {
        "/payments/imp_1" => payment(1000, 100).after(Duration::from_millis(20)),
        _ => nothing(),
    })
    .await;
    let charge = portone_v1_runtime::internal::Call::new(&CHARGE)
        .reconcile(portone_v1_runtime::internal::Evidence::Exists, read("imp_2"));
    let done = open.leave_open(refund(), 1).await;
    let not_done = open.leave_open(charge, OLD).await;
    let recoveries = (0..4).map(|_| {
        let client = client(&open.server, open.journal.clone());
        let journal = Arc::new(open.journal.clone());
        tokio::spawn(async move { client.recover(&TABLE, journal, RecoverPolicy::new()).await })
    });
    for recovery in recoveries.collect::<Vec<_>>() {
        for found in recovery.await.unwrap().unwrap().intents {
            let expected = if found.intent.id() == done { "done" } else { "not done" };
            assert_eq!(word(&found.result), expected);
        }
    }
    assert_eq!(open.outcome(done), Some(Outcome::FoundDone));
    assert_eq!(open.outcome(not_done), Some(Outcome::FoundNotDone));
    assert!(open.recover().await.intents.is_empty());
}

#[tokio::test]
async fn an_answer_outweighs_what_a_recovery_has_found() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let id = open.leave_open(refund(), 1).await;
    open.recover().await;
    open.journal.record_outcome(&id, Outcome::Done).await.unwrap();
    assert_eq!(open.outcome(id), Some(Outcome::Done));
    open.journal.record_outcome(&id, Outcome::FoundNotDone).await.unwrap();
    open.journal.record_outcome(&id, Outcome::Dropped).await.unwrap();
    assert_eq!(open.outcome(id), Some(Outcome::Done));
}

/// Reads, and fails to record.
#[derive(Clone)]
struct ReadOnly(portone_v1_runtime::MemoryJournal);

fn refused<T: Send + 'static>() -> JournalFuture<'static, T> {
    Box::pin(std::future::ready(Err(JournalError::new("read only"))))
}

impl Journal for ReadOnly {
    fn record_intent<'a>(&'a self, _: &'a Intent) -> JournalFuture<'a, ()> {
        refused()
    }

    fn record_outcome<'a>(&'a self, _: &'a IntentId, _: Outcome) -> JournalFuture<'a, ()> {
        refused()
    }

    fn open<'a>(
        &'a self,
        after: Option<&'a IntentId>,
        limit: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        self.0.open(after, limit)
    }

    fn related<'a>(&'a self, subject: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        self.0.related(subject)
    }
}

#[tokio::test]
async fn a_finding_that_is_not_recorded_is_reported_again() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let id = open.leave_open(refund(), 1).await;
    for _ in 0..2 {
        let journal = Arc::new(ReadOnly(open.journal.clone()));
        let recovery = open.client.recover(&TABLE, journal, RecoverPolicy::new()).await.unwrap();
        assert!(matches!(recovery.intents[0].result, Recovered::Done(_)));
        assert_eq!(open.outcome(id), None);
    }
    let journal = Arc::new(ReadOnly(open.journal.clone()));
    let error = open.client.close_intent(journal, id, Outcome::FoundDone).await.unwrap_err();
    assert!(matches!(error, Error::Journal(_)) && error.operation().is_none(), "{error}");
    assert!(error.to_string().contains("read only"), "{error}");
}

/// Cannot be read.
struct Unreadable;

impl Journal for Unreadable {
    fn record_intent<'a>(&'a self, _: &'a Intent) -> JournalFuture<'a, ()> {
        refused()
    }

    fn record_outcome<'a>(&'a self, _: &'a IntentId, _: Outcome) -> JournalFuture<'a, ()> {
        refused()
    }

    fn open<'a>(
        &'a self,
        _: Option<&'a IntentId>,
        _: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        panic!("a journal may do this")
    }

    fn related<'a>(&'a self, _: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        refused()
    }
}

#[tokio::test]
async fn a_journal_that_cannot_be_read_is_an_error() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let policy = RecoverPolicy::new();
    let error = open.client.recover(&TABLE, Arc::new(Unreadable), policy).await.unwrap_err();
    assert!(matches!(error, Error::Journal(_)), "{error}");
}
