//! The results of recovery, for each kind of evidence.

use portone_v1_runtime::internal::{Call, Evidence};
use portone_v1_runtime::{Intent, Journal, Outcome, Recovered, Undecidable};

use super::recovery_support::{OLD, OpenIntents, nothing, payment, payment_of, reason, word};
use super::support::refund;
use crate::fixture::{CANCEL, CHARGE, DELETE, NO_PROOF, Payment, read};
use crate::server::Reply;

fn creation() -> Call {
    Call::new(&CHARGE)
        .body("imp_uid", &"imp_1")
        .body("amount", &1000_i64)
        .reconcile(Evidence::Exists, read("imp_1"))
}

fn deletion() -> Call {
    Call::new(&DELETE).path("imp_uid", &"imp_1").reconcile(Evidence::Absent, read("imp_1"))
}

fn change() -> Call {
    Call::new(&CANCEL).reconcile(Evidence::State, read("imp_1"))
}

#[tokio::test]
async fn each_kind_of_evidence_decides() {
    type Answer = fn() -> Reply;
    let there: Answer = || payment(1000, 0);
    let refunded: Answer = || payment(1000, 100);
    let other_balance: Answer = || payment(1000, 300);
    let failed: Answer = || Reply::ok(r#"{"imp_uid":"imp_1","amount":1000,"status":"failed"}"#);
    let cases: [(Call, Answer, &str, &str); 11] = [
        (creation(), there, "done", "done"),
        (creation(), nothing, "still open", "not done"),
        (creation(), failed, "still open", "declined"),
        (deletion(), nothing, "done", "done"),
        (deletion(), there, "still open", "not done"),
        (refund(), refunded, "done", "done"),
        (refund(), there, "still open", "not done"),
        (refund(), other_balance, "Balance", "Balance"),
        (refund(), nothing, "Balance", "Balance"),
        (change(), there, "State", "State"),
        (change(), nothing, "State", "State"),
    ];
    for (call, answer, young, old) in cases {
        for (minutes, expected) in [(10, young), (OLD, old)] {
            let open = OpenIntents::new(move |_| answer()).await;
            let id = open.leave_open(call.clone(), minutes).await;
            assert_eq!(word(&open.result().await), expected, "after {minutes} minutes");
            let closed = match expected {
                "done" => Some(Outcome::FoundDone),
                "not done" => Some(Outcome::FoundNotDone),
                "declined" => Some(Outcome::FoundDeclined),
                _ => None,
            };
            assert_eq!(open.outcome(id), closed);
            assert_eq!(open.recover().await.intents.len(), usize::from(closed.is_none()));
        }
    }
}

#[tokio::test]
async fn the_report_has_the_records_and_what_was_known_before() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    open.leave(refund(), 1, Outcome::Dropped).await;
    let found = open.recover().await.intents.remove(0);
    assert_eq!(found.outcome, Some(Outcome::Dropped));
    assert_eq!(found.intent.operation(), "payments.cancel");
    let Recovered::Done(records) = found.result else { panic!("{:?}", found.result) };
    assert_eq!(records.decode::<Payment>().unwrap().unwrap().imp_uid, "imp_1");
}

/// Closed intents are not looked up.
#[tokio::test]
async fn only_open_intents_are_looked_up() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    for outcome in [
        Outcome::Done,
        Outcome::Rejected,
        Outcome::NotSent,
        Outcome::FoundDone,
        Outcome::FoundNotDone,
        Outcome::ClosedByHand,
    ] {
        open.leave(refund(), OLD, outcome).await;
    }
    assert!(open.recover().await.intents.is_empty());
}

/// A request can count as not done only if nothing can be running any more, whatever proves nothing.
#[tokio::test]
async fn nothing_but_a_proof_says_that_a_request_was_not_done() {
    for (status, body) in NO_PROOF {
        let open = OpenIntents::new(move |_| Reply::new(status, body)).await;
        for call in [creation(), deletion(), refund()] {
            open.leave_open(call, OLD).await;
        }
        for found in open.recover().await.intents {
            let word = word(&found.result);
            assert!(["OtherRecords", "failed"].contains(&&*word), "{word}: {status} {body}");
        }
    }
}

#[tokio::test]
async fn records_of_another_request_prove_nothing() {
    for answer in [|| payment_of("imp_2", 1000, 0), || payment_of("imp_1", 2000, 0)] {
        let open = OpenIntents::new(move |_| answer()).await;
        open.leave_open(creation(), 10).await;
        assert_eq!(word(&open.result().await), "still open");
        let open = OpenIntents::new(move |_| answer()).await;
        open.leave_open(creation(), OLD).await;
        let Recovered::Undecidable(reason, records) = open.result().await else { panic!() };
        assert_eq!((reason, records.len()), (Undecidable::OtherRecords, 1));
    }
}

#[tokio::test]
async fn a_read_that_fails_leaves_the_question_open() {
    for status in [500, 502, 503, 403] {
        let open = OpenIntents::new(move |_| Reply::new(status, "")).await;
        let id = open.leave_open(refund(), OLD).await;
        let Recovered::StillOpen(Some(error)) = open.result().await else { panic!() };
        assert_eq!(error.status(), Some(status));
        assert_eq!(open.outcome(id), None);
    }
}

#[tokio::test]
async fn without_a_read_or_its_keys_a_person_has_to_look() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let hidden = Call::new(&CANCEL).reconcile_hidden(Evidence::Exists, read("imp_1"));
    let without_checksum = Call::new(&CANCEL)
        .body("imp_uid", &"imp_1")
        .body("amount", &100_i64)
        .reconcile(Evidence::Balance, read("imp_1"));
    for (call, expected) in [
        (Call::new(&CANCEL), Undecidable::NoRead),
        (hidden, Undecidable::HiddenKeys),
        (without_checksum, Undecidable::Balance),
    ] {
        let id = open.leave_open(call, OLD).await;
        assert_eq!(reason(open.result().await), expected);
        assert!(!expected.to_string().is_empty());
        let journal = std::sync::Arc::new(open.journal.clone());
        open.client.close_intent(journal, id, Outcome::ClosedByHand).await.unwrap();
        assert!(open.recover().await.intents.is_empty());
    }
}

#[tokio::test]
async fn intents_of_other_accounts_and_versions_are_told_and_not_looked_up() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let json = open.intent(refund()).await.to_json();
    let account = &json.split(r#""account":""#).nth(1).unwrap()[..8];
    for (from, to, expected) in [
        (account, "00000000", Undecidable::OtherAccount),
        ("payments.get", "payments.new", Undecidable::OtherVersion),
        ("imp_uid\"", "new_uid\"", Undecidable::OtherVersion),
    ] {
        let intent = Intent::from_json(&json.replace(from, to)).unwrap();
        let aged = super::recovery_support::aged(&intent, 2);
        open.journal.record_intent(&aged).await.unwrap();
        let before = open.server.calls().len();
        assert_eq!(reason(open.result().await), expected);
        assert_eq!(open.server.calls().len(), before, "nothing is read");
        open.journal.record_outcome(&aged.id(), Outcome::ClosedByHand).await.unwrap();
    }
}

/// A call that may still be answered is no matter for a person yet.
#[tokio::test]
async fn a_call_that_is_under_way_is_still_open() {
    let open = OpenIntents::new(|_| payment(1000, 0)).await;
    let id = open.leave_open(change(), 0).await;
    assert_eq!(word(&open.result().await), "still open");
    open.journal.record_outcome(&id, Outcome::Dropped).await.unwrap();
    assert_eq!(reason(open.result().await), Undecidable::State);
}

#[tokio::test]
async fn reads_act_for_the_tier_of_the_request() {
    let open = OpenIntents::new(|_| payment(1000, 100)).await;
    let intent = open.intent(refund()).await;
    let json = intent.to_json().replace(r#""deadline_ms""#, r#""tier":"A1","deadline_ms""#);
    open.journal.record_intent(&Intent::from_json(&json).unwrap()).await.unwrap();
    assert_eq!(word(&open.result().await), "done");
    assert_eq!(open.server.calls().last().unwrap().header("tier"), Some("A1"));
}

#[tokio::test]
async fn a_request_with_several_reads_is_done_only_if_all_agree() {
    for (there, young, old) in
        [(2, "done", "done"), (1, "still open", "OtherRecords"), (0, "still open", "not done")]
    {
        for (minutes, expected) in [(10, young), (OLD, old)] {
            let open = OpenIntents::new(move |seen| match &*seen.target {
                "/payments/imp_1" if there > 0 => payment(1000, 0),
                "/payments/imp_2" if there > 1 => Reply::ok(r#"{"imp_uid":"imp_2"}"#),
                _ => nothing(),
            })
            .await;
            let call = Call::new(&CHARGE).reconcile(Evidence::Exists, read("imp_1"));
            let call = call.reconcile(Evidence::Exists, read("imp_2"));
            open.leave_open(call, minutes).await;
            assert_eq!(word(&open.result().await), expected, "{there} {minutes}");
        }
    }
}
