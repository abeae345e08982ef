//! The journal in a real Postgres server, with a real client and the fake server.

mod server;

use std::time::Duration;

use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::{
    CallOptions, Client, Error, IntentId, Journal, JournalEntry, MemoryJournal, Outcome, Recovered,
};
use portone_v1_fake::{Buyer, Fake, Fault, IMP_KEY, IMP_SECRET};
use portone_v1_postgres_journal::PostgresJournal;
use server::PostgresServer;
use tokio::time::{sleep, timeout};

/// The server of a test. Without Postgres, a test is skipped on a developer's machine, and fails in the gate.
fn postgres() -> Option<PostgresServer> {
    let server = PostgresServer::start();
    if server.is_none() {
        assert!(std::env::var_os("CI").is_none(), "no Postgres: apt-get install postgresql");
        eprintln!("skipped, since there is no Postgres: apt-get install postgresql");
    }
    server
}

/// Connects, with a table.
async fn journal(server: &PostgresServer) -> PostgresJournal {
    let journal = PostgresJournal::connect(&server.url()).await.unwrap();
    journal.create_table().await.unwrap();
    journal
}

fn client(portone: &Fake, journal: impl Journal) -> Client {
    let client = Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET);
    client.journal(journal).build().unwrap()
}

/// A paid order of 30,000 won.
fn paid(portone: &Fake, merchant_uid: &str) -> String {
    portone.pay(Buyer::new(merchant_uid, 30_000)).unwrap()
}

/// A refund of 1,000 won.
fn refund(imp_uid: &str) -> CancelPayment {
    let amount = CancelAmount::partial(1_000);
    CancelPayment::new(amount, Checksum::expect(30_000)).imp_uid(imp_uid)
}

async fn open(journal: &PostgresJournal) -> Vec<JournalEntry> {
    journal.open(None, 1_000).await.unwrap()
}

/// The entries that a client has left in memory: one for each of these orders.
async fn entries(portone: &Fake, orders: usize) -> Vec<JournalEntry> {
    let memory = MemoryJournal::new();
    let client = client(portone, memory.clone());
    for order in 0..orders {
        let imp_uid = paid(portone, &format!("memory-{order}"));
        client.payments().cancel(&refund(&imp_uid)).await.unwrap();
    }
    memory.entries()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_machines_find_out_what_a_third_has_left_open() {
    let Some(server) = postgres() else { return };
    let portone = Fake::start().await.unwrap();
    let died = client(&portone, journal(&server).await);
    let (answered, lost) = (paid(&portone, "order-1"), paid(&portone, "order-2"));
    died.payments().cancel(&refund(&answered)).await.unwrap();
    portone.lose_next_response("payments.cancel").unwrap();
    let labelled = died.with(CallOptions::new().label("order-2"));
    let error = labelled.payments().cancel(&refund(&lost)).await.unwrap_err();
    assert!(matches!(error, Error::OutcomeUnknown(_)), "{error}");

    let (one, other) = (journal(&server).await, journal(&server).await);
    assert_eq!(open(&one).await[0].outcome, Some(Outcome::Unknown));
    let clients = (client(&portone, one.clone()), client(&portone, other.clone()));
    let (first, second) = tokio::join!(clients.0.recover(&one), clients.1.recover(&other));
    let found: Vec<_> =
        [first, second].into_iter().flat_map(|found| found.unwrap().intents).collect();
    assert!(!found.is_empty());
    for found in &found {
        assert_eq!(found.intent.label(), Some("order-2"));
        assert!(matches!(found.result, Recovered::Done(_)), "{:?}", found.result);
    }
    assert!(open(&one).await.is_empty(), "both have closed it");
    assert_eq!(portone.call_count("payments.cancel"), 2, "nothing is sent again");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_while_the_database_is_away() {
    let Some(server) = postgres() else { return };
    let portone = Fake::start().await.unwrap();
    let client = client(&portone, journal(&server).await);
    let imp_uid = paid(&portone, "order-1");
    server.stop();
    let error = client.payments().cancel(&refund(&imp_uid)).await.unwrap_err();
    assert!(matches!(error, Error::Journal(_)), "{error}");
    assert_eq!(portone.call_count("payments.cancel"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_intent_survives_a_crash_of_the_database() {
    let Some(server) = postgres() else { return };
    let portone = Fake::start().await.unwrap();
    let entries = entries(&portone, 1).await;
    let intent = &entries[0].intent;
    let before = journal(&server).await;
    before.record_intent(intent).await.unwrap();
    server.crash();
    let after = journal(&server).await;
    assert_eq!(open(&after).await[0].intent.to_json(), intent.to_json());
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_are_those_of_the_journal_in_memory() {
    let Some(server) = postgres() else { return };
    let portone = Fake::start().await.unwrap();
    let entries = entries(&portone, 5).await;
    let ids: Vec<IntentId> = entries.iter().map(|entry| entry.intent.id()).collect();
    let (postgres, memory) = (journal(&server).await, MemoryJournal::new());
    for entry in entries.iter().rev() {
        postgres.record_intent(&entry.intent).await.unwrap();
        memory.record_intent(&entry.intent).await.unwrap();
    }
    assert!(
        postgres.record_intent(&entries[0].intent).await.is_err(),
        "an intent is recorded once"
    );
    let recorded = [
        (0, Outcome::Dropped),
        (1, Outcome::Unknown),
        (1, Outcome::FoundDone),
        (1, Outcome::Dropped),
        (2, Outcome::Done),
        (2, Outcome::FoundNotDone),
        (3, Outcome::FoundNotDone),
        (3, Outcome::Done),
    ];
    for (index, outcome) in recorded {
        postgres.record_outcome(&ids[index], outcome).await.unwrap();
        memory.record_outcome(&ids[index], outcome).await.unwrap();
    }
    for (after, limit) in [(None, 9), (None, 1), (Some(&ids[0]), 9), (Some(&ids[4]), 9)] {
        let expected = shown(memory.open(after, limit).await.unwrap());
        assert_eq!(
            shown(postgres.open(after, limit).await.unwrap()),
            expected,
            "{after:?} {limit}"
        );
    }
    for entry in &entries {
        let subject = entry.intent.subject().unwrap();
        let expected = shown(memory.related(&subject).await.unwrap());
        assert_eq!(shown(postgres.related(&subject).await.unwrap()), expected);
    }
    assert_eq!(shown(open(&postgres).await).len(), 2);
    assert_eq!(postgres.delete_closed(1).await.unwrap(), 0, "closed today");
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_cannot_be_read_are_reported_and_stop_nothing() {
    let Some(server) = postgres() else { return };
    let portone = Fake::start().await.unwrap();
    let journal = journal(&server).await;
    for entry in entries(&portone, 2).await {
        journal.record_intent(&entry.intent).await.unwrap();
    }
    let pool = sqlx::PgPool::connect(&server.url()).await.unwrap();
    let broken = "INSERT INTO portone_intents (id, intent, outcome) VALUES ('0', '{}', NULL), ('1', 'x', 'odd')";
    sqlx::raw_sql(broken).execute(&pool).await.unwrap();
    assert_eq!(journal.open(None, 2).await.unwrap().len(), 2);
    let recovery = client(&portone, MemoryJournal::new()).recover(&journal).await.unwrap();
    assert_eq!((recovery.intents.len(), recovery.unreadable.len()), (2, 2), "{recovery:?}");
    assert!(recovery.unreadable[0].contains("the row 0 of portone_intents"), "{recovery:?}");
}

fn shown(entries: Vec<JournalEntry>) -> Vec<(String, Option<Outcome>)> {
    entries.into_iter().map(|entry| (entry.intent.to_json(), entry.outcome)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_future_is_recorded_as_such() {
    let Some(server) = postgres() else { return };
    let portone = Fake::start().await.unwrap();
    let journal = journal(&server).await;
    let client = client(&portone, journal.clone());
    let imp_uid = paid(&portone, "order-1");
    let slow = Fault::latency(Duration::from_secs(3));
    portone.inject(slow.on("payments.cancel")).unwrap();
    let refund = refund(&imp_uid);
    let payments = client.payments();
    let call = payments.cancel(&refund);
    let limit = Duration::from_secs(1);
    assert!(timeout(limit, call).await.is_err(), "it was answered in time");
    while open(&journal).await[0].outcome.is_none() {
        sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(open(&journal).await[0].outcome, Some(Outcome::Dropped));
}
