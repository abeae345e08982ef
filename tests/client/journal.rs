//! The journal and its recovery, on the fake server.

use std::time::Duration;

use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPayment};
use portone_v1::subscribe::PayAgain;
use portone_v1::{
    CallOptions, Client, Decimal, Error, FileJournal, MemoryJournal, Outcome, RecoverPolicy,
    Recovered, Undecidable, blocking,
};
use portone_v1_fake::{Buyer, Fake, Fault, IMP_KEY, IMP_SECRET};

const LONG: Duration = Duration::from_millis(800);

/// A client with a journal, and a payment of 30,000 won.
async fn shop() -> (Client, MemoryJournal, Fake, String) {
    let (fake, journal) = (Fake::start().await.unwrap(), MemoryJournal::new());
    let builder = Client::builder().base_url(fake.url()).credentials(IMP_KEY, IMP_SECRET);
    let client = builder.journal(journal.clone()).build().unwrap();
    let imp_uid = fake.pay(Buyer::new("order-1", 30_000)).unwrap();
    (client, journal, fake, imp_uid)
}

fn refund(imp_uid: &str) -> CancelPayment {
    CancelPayment::new(CancelAmount::partial(10_000), Checksum::expect(30_000)).imp_uid(imp_uid)
}

async fn refunded(client: &Client, imp_uid: &str) -> Decimal {
    client.payments().get(&GetPayment::new(imp_uid)).await.unwrap().cancel_amount
}

/// The outcome of the last intent, once it has one.
async fn outcome(journal: &MemoryJournal) -> Outcome {
    loop {
        let last = journal.entries().pop();
        if let Some(outcome) = last.and_then(|entry| entry.outcome) {
            return outcome;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn only_result(client: &Client, journal: &MemoryJournal) -> Recovered {
    let recovery = client.recover(journal).await.unwrap();
    let [found] = <[_; 1]>::try_from(recovery.intents).unwrap();
    found.result
}

#[tokio::test]
async fn an_answered_refund_leaves_nothing_open() {
    let (client, journal, _fake, imp_uid) = shop().await;
    client.payments().cancel(&refund(&imp_uid)).await.unwrap();
    assert_eq!(journal.entries()[0].outcome, Some(Outcome::Done));
    let again = client.payments().cancel(&refund(&imp_uid)).await;
    assert!(matches!(again, Err(Error::Api(_))), "{again:?}");
    assert_eq!(journal.entries()[1].outcome, Some(Outcome::Rejected));
    assert!(client.recover(&journal).await.unwrap().intents.is_empty());
}

#[tokio::test]
async fn a_dropped_refund_is_found_by_its_label() {
    let (client, journal, fake, imp_uid) = shop().await;
    fake.inject(Fault::latency(LONG * 10).on("payments.cancel")).unwrap();
    let labelled = client.with(CallOptions::new().label("order 17"));
    let (payments, request) = (labelled.payments(), refund(&imp_uid));
    let call = tokio::time::timeout(LONG, payments.cancel(&request));
    assert!(call.await.is_err(), "the future is dropped");
    assert_eq!(outcome(&journal).await, Outcome::Dropped);
    assert_eq!(refunded(&client, &imp_uid).await, 10_000.into());

    let recovery = client.recover(&journal).await.unwrap();
    let [found] = &recovery.intents[..] else { panic!("{recovery:?}") };
    assert_eq!(found.intent.label(), Some("order 17"));
    assert_eq!(found.outcome, Some(Outcome::Dropped));
    assert!(matches!(found.result, Recovered::Done(_)), "{found:?}");
}

#[tokio::test]
async fn a_refund_whose_response_was_lost_is_recovered_once() {
    let (client, journal, fake, imp_uid) = shop().await;
    fake.lose_next_response("payments.cancel").unwrap();
    let lost = client.payments().cancel(&refund(&imp_uid)).await;
    assert!(matches!(lost, Err(Error::OutcomeUnknown(_))), "{lost:?}");
    assert_eq!(outcome(&journal).await, Outcome::Unknown);
    let Recovered::Done(records) = only_result(&client, &journal).await else { panic!() };
    let payment = records.decode::<portone_v1::types::Payment>().unwrap().unwrap();
    assert_eq!(payment.cancel_amount, 10_000.into());
    assert!(client.recover(&journal).await.unwrap().intents.is_empty());
    assert_eq!(refunded(&client, &imp_uid).await, 10_000.into());
}

#[tokio::test]
async fn a_refund_that_never_arrived_is_still_open_while_it_can_run() {
    let (client, journal, fake, imp_uid) = shop().await;
    fake.inject(Fault::reset_before().on("payments.cancel")).unwrap();
    client.payments().cancel(&refund(&imp_uid)).await.unwrap_err();
    assert!(matches!(only_result(&client, &journal).await, Recovered::StillOpen(None)));
    assert_eq!(journal.entries()[0].outcome, Some(Outcome::Unknown));
}

/// The shop sends the refund again instead of waiting: the answer to the second one tells about the first.
#[tokio::test]
async fn of_two_refunds_that_expect_one_balance_the_answered_one_was_made() {
    let (client, journal, fake, imp_uid) = shop().await;
    let brief = client.with(CallOptions::new().deadline(Duration::from_secs(1)));
    fake.inject(Fault::reset_before().on("payments.cancel")).unwrap();
    brief.payments().cancel(&refund(&imp_uid)).await.unwrap_err();
    brief.payments().cancel(&refund(&imp_uid)).await.unwrap();
    assert!(matches!(only_result(&client, &journal).await, Recovered::StillOpen(None)));
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let policy = RecoverPolicy::new().not_done_after(Duration::ZERO);
    let recovery = client.recover_with(&journal, policy).await.unwrap();
    assert!(matches!(recovery.intents[0].result, Recovered::NotDone(_)), "{recovery:?}");
    assert_eq!(refunded(&client, &imp_uid).await, 10_000.into());
}

#[tokio::test]
async fn two_lost_refunds_that_expect_one_balance_are_for_a_person() {
    let (client, journal, fake, imp_uid) = shop().await;
    fake.inject(Fault::reset_before().on("payments.cancel")).unwrap();
    client.payments().cancel(&refund(&imp_uid)).await.unwrap_err();
    fake.lose_next_response("payments.cancel").unwrap();
    client.payments().cancel(&refund(&imp_uid)).await.unwrap_err();
    for found in client.recover(&journal).await.unwrap().intents {
        let is_told = matches!(
            found.result,
            Recovered::Undecidable(Undecidable::OtherRequest, ref records) if records.len() == 1
        );
        assert!(is_told, "{found:?}");
        client.close_intent(&journal, found.intent.id(), Outcome::ClosedByHand).await.unwrap();
    }
    assert!(client.recover(&journal).await.unwrap().intents.is_empty());
}

#[tokio::test]
async fn a_lost_charge_is_found_by_its_order() {
    let (client, journal, fake, _) = shop().await;
    fake.add_billing_key("canary-customer", "nice").unwrap();
    fake.lose_next_response("subscribe.pay_again").unwrap();
    let charge = PayAgain::new("canary-customer", "order-2", 5_000, "Tickets");
    client.subscribe().pay_again(&charge).await.unwrap_err();
    let intent = journal.entries().pop().unwrap().intent;
    assert_eq!(intent.subject().as_deref(), Some("merchant_uid=order-2"));
    assert!(!intent.to_json().contains("canary"), "{}", intent.to_json());
    assert!(matches!(only_result(&client, &journal).await, Recovered::Done(_)));
}

#[tokio::test]
async fn the_blocking_client_recovers_too() {
    let (_, journal, fake, imp_uid) = shop().await;
    fake.lose_next_response("payments.cancel").unwrap();
    let builder = blocking::Client::builder().base_url(fake.url());
    let builder = builder.credentials(IMP_KEY, IMP_SECRET).journal(journal.clone());
    let client = builder.build().unwrap();
    let blocking = move || {
        client.payments().cancel(&refund(&imp_uid)).unwrap_err();
        let policy = RecoverPolicy::new().report_only();
        let found = client.recover_with(&journal, policy).unwrap().intents.remove(0);
        let closing = found.result.closing().unwrap();
        client.close_intent(&journal, found.intent.id(), closing).unwrap();
        (closing, client.recover(&journal).unwrap().intents.len())
    };
    let result = tokio::task::spawn_blocking(blocking).await.unwrap();
    assert_eq!(result, (Outcome::FoundDone, 0));
}

#[tokio::test]
async fn damaged_lines_of_a_file_are_reported_and_the_others_are_recovered() {
    let (fake, folder) = (Fake::start().await.unwrap(), tempfile::tempdir().unwrap());
    let path = folder.path().join("payments.journal");
    let journal = FileJournal::open(&path).unwrap();
    let builder = Client::builder().base_url(fake.url()).credentials(IMP_KEY, IMP_SECRET);
    let client = builder.journal(journal.clone()).build().unwrap();
    for order in ["order-1", "order-2"] {
        let imp_uid = fake.pay(Buyer::new(order, 30_000)).unwrap();
        fake.lose_next_response("payments.cancel").unwrap();
        let labelled = client.with(CallOptions::new().label(order));
        labelled.payments().cancel(&refund(&imp_uid)).await.unwrap_err();
    }
    let damaged = std::fs::read_to_string(&path).unwrap().replace("order-1", "order-9");
    std::fs::write(&path, damaged).unwrap();
    let recovery = client.recover(&journal).await.unwrap();
    let [found] = &recovery.intents[..] else { panic!("{recovery:?}") };
    assert_eq!(found.intent.label(), Some("order-2"));
    assert!(matches!(found.result, Recovered::Done(_)), "{found:?}");
    let [problem] = &recovery.unreadable[..] else { panic!("{recovery:?}") };
    assert!(problem.contains("payments.journal: line 2 is damaged"), "{problem}");
}
