//! Requests that can be the reason for what the read of another one shows.

use portone_v1_runtime::internal::{Call, Evidence};
use portone_v1_runtime::{Intent, Journal, Outcome, Undecidable};

use super::recovery_support::{OLD, OpenIntents, aged, payment, reason, word};
use crate::fixture::{CANCEL, CHARGE, read};

fn refund_of(amount: i64, checksum: Option<i64>) -> Call {
    let key = Call::new(&CANCEL).body("imp_uid", &"imp_1").body("amount", &amount);
    key.body("checksum", &checksum).reconcile(Evidence::Balance, read("imp_1"))
}

fn refund() -> Call {
    refund_of(100, Some(1000))
}

fn charge(amount: i64) -> Call {
    let call = Call::new(&CHARGE).body("imp_uid", &"imp_1").body("amount", &amount);
    call.reconcile(Evidence::Exists, read("imp_1"))
}

/// Two refunds expect 1000, and the balance is 900: one of them was made.
#[tokio::test]
async fn two_refunds_that_one_change_of_the_balance_explains_are_not_told_apart() {
    for minutes in [1, OLD] {
        let open = OpenIntents::new(|_| payment(1000, 100)).await;
        for _ in 0..2 {
            open.leave(refund(), minutes, Outcome::Dropped).await;
        }
        let results: Vec<_> =
            open.recover().await.intents.into_iter().map(|found| reason(found.result)).collect();
        assert_eq!(results, [Undecidable::OtherRequest; 2]);
    }
}

#[tokio::test]
async fn a_refund_is_confused_with_all_that_may_have_acted() {
    for (outcome, is_confused) in [
        (Some(Outcome::Unknown), true),
        (Some(Outcome::Dropped), true),
        (Some(Outcome::FoundDone), true),
        (Some(Outcome::ClosedByHand), true),
        (Some(Outcome::NotSent), false),
        (Some(Outcome::Rejected), false),
        (Some(Outcome::FoundNotDone), false),
        (None, true),
    ] {
        let open = OpenIntents::new(|_| payment(1000, 100)).await;
        // Another refund of the payment that was answered before this one expected its balance.
        open.leave(refund_of(100, Some(1100)), 30, Outcome::Done).await;
        let other = open.leave_open(refund(), 20).await;
        if let Some(outcome) = outcome {
            open.journal.record_outcome(&other, outcome).await.unwrap();
        }
        open.leave_open(refund(), 10).await;
        let found = open.recover().await.intents.pop().unwrap();
        let expected = if is_confused { "OtherRequest" } else { "done" };
        assert_eq!(word(&found.result), expected, "{outcome:?}");
    }
}

/// The server refuses a refund that expects another balance than there is. So if one was answered, the other one
/// was not made.
#[tokio::test]
async fn a_refund_whose_balance_another_one_took_was_not_made() {
    for amount in [100, 300] {
        for (minutes, expected) in [(10, "still open"), (OLD, "not done")] {
            let open = OpenIntents::new(move |_| payment(1000, amount)).await;
            open.leave_open(refund(), minutes).await;
            open.leave(refund_of(amount, Some(1000)), 5, Outcome::Done).await;
            assert_eq!(word(&open.result().await), expected, "{amount}");
        }
    }
}

#[tokio::test]
async fn a_balance_that_one_answered_refund_does_not_explain_proves_nothing() {
    // 1000 - 300 - 100: two refunds were made, and the second of them can be any.
    let open = OpenIntents::new(|_| payment(1000, 400)).await;
    open.leave_open(refund(), OLD).await;
    open.leave(refund_of(300, Some(1000)), 5, Outcome::Done).await;
    assert_eq!(word(&open.result().await), "Balance");
}

#[tokio::test]
async fn a_refund_without_a_checksum_can_explain_every_balance() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    open.leave(refund_of(100, None), 20, Outcome::Done).await;
    open.leave_open(refund(), OLD).await;
    assert_eq!(word(&open.result().await), "OtherRequest");
}

#[tokio::test]
async fn refunds_that_expect_other_balances_are_told_apart() {
    let open = OpenIntents::new(|_| payment(1000, 200)).await;
    open.leave(refund_of(100, Some(1000)), 20, Outcome::Done).await;
    open.leave_open(refund_of(100, Some(900)), OLD).await;
    assert_eq!(word(&open.result().await), "done");
}

/// The record names both keys, so it does not matter which of them the other request had.
#[tokio::test]
async fn a_refund_by_the_order_is_confused_with_one_by_the_payment() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let json = open.intent(refund()).await.to_json();
    let by_order = json.replace("imp_uid", "merchant_uid").replace("imp_1", "order-1");
    let by_order = aged(&Intent::from_json(&by_order).unwrap(), 20);
    open.journal.record_intent(&by_order).await.unwrap();
    open.journal.record_outcome(&by_order.id(), Outcome::FoundDone).await.unwrap();
    open.leave_open(refund(), 10).await;
    assert_eq!(word(&open.result().await), "OtherRequest");
}

#[tokio::test]
async fn requests_of_other_tiers_explain_nothing() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let json = open.intent(refund()).await.to_json();
    let other = json.replace(r#""deadline_ms""#, r#""tier":"A1","deadline_ms""#);
    let other = aged(&Intent::from_json(&other).unwrap(), 20);
    open.journal.record_intent(&other).await.unwrap();
    open.journal.record_outcome(&other.id(), Outcome::FoundDone).await.unwrap();
    open.leave_open(refund(), 10).await;
    assert_eq!(word(&open.result().await), "done");
}

#[tokio::test]
async fn a_charge_is_confused_with_another_one_of_the_order() {
    for (amount, outcome, expected) in [
        (1000, Outcome::Done, "OtherRequest"),
        (1000, Outcome::Dropped, "OtherRequest"),
        (1000, Outcome::Rejected, "done"),
        (2000, Outcome::Done, "done"),
    ] {
        let open = OpenIntents::new(|_| payment(1000, 0)).await;
        open.leave(charge(amount), 20, outcome).await;
        open.leave_open(charge(1000), 10).await;
        let found = open.recover().await.intents.pop().unwrap();
        assert_eq!(word(&found.result), expected, "{amount} {outcome}");
    }
}
