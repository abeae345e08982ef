//! Intents of every operation: one of each that must not be sent twice, without credentials and personal data.

use std::collections::BTreeSet;

use portone_v1::{JournalEntry, MemoryJournal, Recovered, Undecidable};
use portone_v1_generator::model::{Field, Operation, Privacy};
use portone_v1_tests::server::Answer;

use crate::operations::{MockedOperation, OperationCase, api, every_operation};
use crate::samples::{Breadth, Sampler};
use crate::secrecy::traces;

/// The intents of a call of this breadth.
async fn recorded(case: &OperationCase, breadth: Breadth) -> Vec<JournalEntry> {
    let journal = MemoryJournal::new();
    let mocked = MockedOperation::journaled(case, Answer::html(502, ""), journal.clone()).await;
    mocked.call(breadth).await.answer.unwrap_err();
    journal.entries()
}

#[tokio::test]
async fn only_operations_that_must_not_be_sent_twice_are_recorded() {
    let mut recorded_operations = 0;
    for case in every_operation() {
        let entries = recorded(&case, Breadth::Everything).await;
        assert_eq!(entries.len(), usize::from(!case.operation.idempotent), "{}", case.name());
        for entry in entries {
            assert_eq!(entry.intent.operation(), case.name());
            assert!(entry.is_open(), "{}: {entry:?}", case.name());
            recorded_operations += 1;
        }
    }
    assert!(recorded_operations > 40, "{recorded_operations}");
}

#[tokio::test]
async fn intents_have_no_credentials_and_no_personal_data_but_keys() {
    let mut hidden = 0;
    for case in every_operation().filter(|case| !case.operation.idempotent) {
        for breadth in Breadth::ALL {
            let sent = Sampler::new(api(), 0).request(case.operation, breadth);
            let traces: Vec<_> = sent
                .iter()
                .filter(|(parameter, _)| !is_recorded_key(case.operation, &parameter.field))
                .flat_map(|(parameter, value)| traces(value, parameter.field.privacy.hidden()))
                .filter(|trace| trace.is_hidden())
                .collect();
            let [entry] = <[_; 1]>::try_from(recorded(&case, breadth).await).unwrap();
            let shown = format!("{} {:?}", entry.intent.to_json(), entry.intent);
            for canary in traces.iter().map(|trace| trace.text()).chain(["the-key", "the-secret"]) {
                assert!(!shown.contains(canary), "{}: {canary}: {shown}", case.name());
                hidden += 1;
            }
        }
    }
    assert!(hidden > 500, "{hidden}");
}

/// True if the request is looked up by this personal value.
fn is_recorded_key(operation: &Operation, field: &Field) -> bool {
    let mut keys = operation.reconcile.iter().flat_map(|entry| &entry.keys);
    field.privacy == Privacy::Personal && keys.any(|key| key.own_name() == field.wire)
}

/// The keys that a refund and a charge are looked up by are in their intents.
#[tokio::test]
async fn intents_have_the_keys_that_reconciling_needs() {
    for (operation, names) in [
        ("payments.cancel", &["imp_uid"][..]),
        ("subscribe.pay_again", &["amount", "merchant_uid"]),
        ("schedules.create", &["amount", "merchant_uid"]),
        ("billing_keys.delete", &["customer_uid"]),
    ] {
        let case = every_operation().find(|case| case.name() == operation).expect(operation);
        let [entry] = <[_; 1]>::try_from(recorded(&case, Breadth::Required).await).unwrap();
        let keys: BTreeSet<_> = entry.intent.keys().map(|(name, _)| name).collect();
        assert_eq!(keys.into_iter().collect::<Vec<_>>(), names, "{operation}");
    }
}

/// Every recorded intent is understood when it is recovered, and recovering sends nothing but reads.
#[tokio::test]
async fn every_intent_can_be_recovered_with_reads_alone() {
    let mut read = 0;
    for case in every_operation().filter(|case| !case.operation.idempotent) {
        let journal = MemoryJournal::new();
        let mocked =
            MockedOperation::journaled(&case, Answer::html(502, ""), journal.clone()).await;
        mocked.call(Breadth::Required).await.answer.unwrap_err();
        let sent = mocked.received().len();
        let found = mocked.client.recover(&journal).await.unwrap().intents.remove(0);
        let reads = mocked.received().split_off(sent);
        assert!(reads.iter().all(|read| read.method == "GET"), "{}: {reads:?}", case.name());
        match found.result {
            Recovered::StillOpen(Some(error)) => {
                assert_eq!(error.status(), Some(502), "{}", case.name());
                read += 1;
            }
            Recovered::Undecidable(Undecidable::NoRead | Undecidable::HiddenKeys, _) => {
                assert!(reads.is_empty(), "{}", case.name());
            }
            other => panic!("{}: {other:?}", case.name()),
        }
    }
    assert!(read > 30, "{read}");
}
