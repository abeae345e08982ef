//! Refunds over a network that fails at random: both sides always agree on the balance.

use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPayment};
use portone_v1::types::Payment;
use portone_v1::{CallOptions, Client, Decimal, Error, ReconcilePolicy, Reconciled};
use portone_v1_fake::{Buyer, Fake, IMP_KEY, IMP_SECRET, RandomFaults};
use tokio::task::JoinSet;

/// Asks for a refund until it is made. A shop must not: a request that is not done yet can still be
/// running. This server has done what it does before it loses the response, and the checksum stops a
/// second refund.
async fn refund(client: &Client, imp_uid: &str, amount: i64, balance: i64) -> Option<Payment> {
    let request = CancelPayment::new(CancelAmount::partial(amount), Checksum::expect(balance));
    let request = request.imp_uid(imp_uid);
    for _ in 0..40 {
        let error = match client.payments().cancel(&request).await {
            Ok(payment) => return Some(payment),
            Err(error) => error,
        };
        match error {
            error @ Error::OutcomeUnknown(_) => match look_up(client, &error).await {
                Reconciled::Done(found) => return found.decode().unwrap(),
                Reconciled::NotDoneYet => {}
                other => panic!("looked again: {other:?}"),
            },
            // Refused, or not sent: nothing was done.
            Error::Status(_) | Error::Api(_) | Error::Transport(_) | Error::Token(_) => {}
            other => panic!("{other:?}"),
        }
    }
    None
}

/// Reconciles again while the network fails.
async fn look_up(client: &Client, error: &Error) -> Reconciled {
    let mut last = client.reconcile(error).await;
    while !matches!(last, Ok(Reconciled::Done(_) | Reconciled::NotDoneYet)) {
        last = client.reconcile(error).await;
    }
    last.unwrap()
}

async fn refund_everything_in_parts(seed: u64) {
    let fake = Fake::start().await.unwrap();
    let imp_uid = fake.pay(Buyer::new("order-1", 10_000)).unwrap();
    let client =
        Client::builder().base_url(fake.url()).credentials(IMP_KEY, IMP_SECRET).build().unwrap();
    // Waiting is not what this is about.
    let client = client.with(CallOptions::new().no_retry().reconcile(ReconcilePolicy::once()));
    fake.inject_random(RandomFaults::seeded(seed, 0.4)).unwrap();

    let mut balance = 10_000;
    for part in 1..=10 {
        let payment = refund(&client, &imp_uid, 1_000, balance).await;
        let payment = payment.unwrap_or_else(|| panic!("seed {seed}, part {part}: never done"));
        balance -= 1_000;
        assert_eq!(payment.amount - payment.cancel_amount, Decimal::from(balance), "seed {seed}");
    }

    fake.clear_faults();
    let payment = client.payments().get(&GetPayment::new(&imp_uid)).await.unwrap();
    assert_eq!(payment.cancel_history.len(), 10, "seed {seed}: each part once");
    assert_eq!(payment.cancel_amount, Decimal::from(10_000), "seed {seed}");
}

#[tokio::test]
async fn every_part_is_refunded_once() {
    let mut running: JoinSet<()> = (0..25).map(refund_everything_in_parts).collect();
    while let Some(result) = running.join_next().await {
        result.unwrap();
    }
}
