//! The bounds of a recovery, and what it may send.

use std::time::{Duration, Instant};

use portone_v1_runtime::{Error, Journal, MemoryJournal, Outcome, RecoverPolicy, Recovered};

use super::recovery_support::{OLD, OpenIntents, nothing, payment, word};
use super::support::{client, refund};
use crate::server::{Reply, Server};

#[tokio::test]
async fn intents_are_looked_up_oldest_first_and_in_pages() {
    let open = OpenIntents::new(|_| payment(1000, 300)).await;
    let mut ids = Vec::new();
    for minutes in [30, 60, 10, 50, 20] {
        ids.push(open.leave(refund(), minutes, Outcome::Dropped).await);
    }
    ids.sort_unstable();
    let (mut seen, mut policy) = (Vec::new(), RecoverPolicy::new().limit(2));
    loop {
        let page = open.recover_with(policy.clone()).await.unwrap();
        assert!(page.intents.len() <= 2);
        seen.extend(page.intents.iter().map(|found| found.intent.id()));
        match page.next {
            Some(next) => policy = policy.after(next),
            None => break,
        }
    }
    assert_eq!(seen, ids);
}

#[tokio::test]
async fn a_limit_of_zero_is_one() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    open.leave_open(refund(), 1).await;
    let recovery = open.recover_with(RecoverPolicy::new().limit(0)).await.unwrap();
    assert_eq!((recovery.intents.len(), recovery.next), (1, None));
}

#[tokio::test]
async fn no_intent_is_begun_after_the_deadline() {
    let slow = Duration::from_millis(300);
    let open = OpenIntents::new(move |_| payment(1000, 300).after(slow)).await;
    for minutes in 1..=10 {
        open.leave(refund(), minutes, Outcome::Dropped).await;
    }
    let begun = Instant::now();
    let policy = RecoverPolicy::new().deadline(Duration::from_millis(500));
    let recovery = open.recover_with(policy).await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert!((1..=3).contains(&recovery.intents.len()), "{}", recovery.intents.len());
    assert_eq!(recovery.next, recovery.intents.last().map(|found| found.intent.id()));
}

#[tokio::test]
async fn nothing_but_reads_is_sent() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    for minutes in [1, OLD] {
        open.leave_open(refund(), minutes).await;
    }
    let before = open.server.calls().len();
    open.recover().await;
    let calls = open.server.calls().split_off(before);
    assert!(!calls.is_empty() && calls.iter().all(|seen| seen.method == "GET"));
}

#[tokio::test]
async fn reads_of_a_recovery_are_not_recorded() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    open.leave_open(refund(), 1).await;
    let recovering = client(&open.server, open.journal.clone());
    let table = &super::recovery_support::TABLE;
    let journal = std::sync::Arc::new(open.journal.clone());
    recovering.recover(table, journal, RecoverPolicy::new()).await.unwrap();
    assert_eq!(open.journal.entries().len(), 1);
}

#[tokio::test]
async fn the_age_of_not_done_counts_from_the_deadline_of_the_call() {
    let open = OpenIntents::new(|_| nothing()).await;
    let charge = portone_v1_runtime::internal::Call::new(&crate::fixture::CHARGE)
        .reconcile(portone_v1_runtime::internal::Evidence::Exists, crate::fixture::read("imp_1"));
    // The default deadline of a call is 90 seconds.
    for (minutes, least, expected) in
        [(3, 1, "not done"), (2, 1, "still open"), (17, 15, "not done"), (16, 15, "still open")]
    {
        let id = open.leave_open(charge.clone(), minutes).await;
        let policy = RecoverPolicy::new().not_done_after(Duration::from_secs(60 * least));
        let recovery = open.recover_with(policy).await.unwrap();
        assert_eq!(word(&recovery.intents[0].result), expected, "{minutes} {least}");
        open.journal.record_outcome(&id, Outcome::ClosedByHand).await.unwrap();
    }
}

#[tokio::test]
async fn a_report_can_leave_the_intents_open() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let id = open.leave_open(refund(), 1).await;
    let policy = RecoverPolicy::new().report_only();
    for _ in 0..2 {
        let recovery = open.recover_with(policy.clone()).await.unwrap();
        let closing = recovery.intents[0].result.closing();
        assert_eq!(closing, Some(Outcome::FoundDone));
        assert_eq!(open.outcome(id), None);
    }
    let journal = std::sync::Arc::new(open.journal.clone());
    open.client.close_intent(journal, id, Outcome::FoundDone).await.unwrap();
    assert!(open.recover().await.intents.is_empty());
}

/// Without a token, every read would fail alike.
#[tokio::test]
async fn a_recovery_ends_when_there_is_no_token() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    for minutes in 1..=5 {
        open.leave_open(refund(), minutes).await;
    }
    let refusing = Server::start(|_| Reply::new(401, "")).await;
    let client = client(&refusing, MemoryJournal::new());
    let journal = std::sync::Arc::new(open.journal.clone());
    let table = &super::recovery_support::TABLE;
    let recovery = client.recover(table, journal, RecoverPolicy::new()).await.unwrap();
    let [found] = &recovery.intents[..] else { panic!("{recovery:?}") };
    assert!(matches!(found.result, Recovered::StillOpen(Some(Error::Token(_)))));
    assert!(recovery.next.is_some());
    assert_eq!(refusing.tokens_asked(), 1);
}
