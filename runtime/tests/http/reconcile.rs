//! Reconciliation of unknown outcomes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use portone_v1_runtime::internal::{Call, Evidence, Transport};
use portone_v1_runtime::{Decimal, Error, ReconcilePolicy, Reconciled, ReconciledRecords};
use tokio::task::JoinSet;

use crate::fixture::{
    CANCEL, CHANGE, CHARGE, DELETE, NO_PROOF, NO_RECORD, Payment, builder, client, losing, read,
};
use crate::server::{Reply, Seen, Server};

/// Looks again until a test is over.
fn patient() -> ReconcilePolicy {
    let policy = ReconcilePolicy::new().initial_delay(Duration::from_millis(5));
    policy.max_delay(Duration::from_millis(20)).deadline(Duration::from_secs(60))
}

/// Looks for long enough to look several times.
fn brief() -> ReconcilePolicy {
    patient().deadline(Duration::from_millis(300))
}

/// A status and a body.
type StatusAndBody = (u16, String);

async fn losing_all(read: impl Fn(&Seen) -> StatusAndBody + Send + Sync + 'static) -> Server {
    losing(move |seen| {
        let (status, body) = read(seen);
        Reply::new(status, body)
    })
    .await
}

fn answer(status: u16, body: &str) -> StatusAndBody {
    (status, body.to_owned())
}

fn ok(response: &str) -> StatusAndBody {
    (200, format!(r#"{{"code":0,"message":null,"response":{response}}}"#))
}

async fn lost(client: &Transport, call: Call) -> Error {
    let error = client.send(call).await.unwrap().decode_empty().unwrap_err();
    assert!(matches!(error, Error::OutcomeUnknown(_)), "{error:?}");
    error
}

async fn reconciled_by(
    policy: ReconcilePolicy,
    call: Call,
    read: impl Fn(&Seen) -> StatusAndBody + Send + Sync + 'static,
) -> (Result<Reconciled, Error>, usize) {
    let server = losing_all(read).await;
    let client = builder(&server.url()).reconcile(policy).build().unwrap();
    let result = client.reconcile(&lost(&client, call).await).await;
    let (reads, writes): (Vec<_>, Vec<_>) =
        server.calls().into_iter().partition(|seen| seen.method == "GET");
    assert_eq!(writes.len(), 1, "reads change nothing");
    (result, reads.len())
}

async fn reconciled(
    call: Call,
    read: impl Fn(&Seen) -> StatusAndBody + Send + Sync + 'static,
) -> Result<Reconciled, Error> {
    reconciled_by(ReconcilePolicy::once(), call, read).await.0
}

fn create() -> Call {
    Call::new(&CANCEL).reconcile(Evidence::Exists, read("imp_1"))
}

fn remove() -> Call {
    Call::new(&DELETE).path("imp_uid", &"imp_1").reconcile(Evidence::Absent, read("imp_1"))
}

fn payment_of(imp_uid: &str, amount: i64, cancelled: i64) -> StatusAndBody {
    ok(&format!(r#"{{"imp_uid":"{imp_uid}","amount":{amount},"cancel_amount":"{cancelled}"}}"#))
}

fn payment(amount: i64, cancelled: i64) -> StatusAndBody {
    payment_of("imp_1", amount, cancelled)
}

fn nothing() -> StatusAndBody {
    answer(404, NO_RECORD)
}

#[tokio::test]
async fn a_record_exists_after_its_creation() {
    let Ok(Reconciled::Done(found)) = reconciled(create(), |_| payment(1000, 0)).await else {
        panic!("done")
    };
    let payment = found.decode::<Payment>().unwrap().unwrap();
    assert_eq!((&*payment.imp_uid, found.len()), ("imp_1", 1));
    for code in [-1, 1] {
        let body = NO_RECORD.replace("-1", &code.to_string());
        let missing = body.replace(r#","response":null"#, "");
        for body in [body, missing] {
            let result = reconciled(create(), move |_| (404, body.clone())).await;
            assert!(matches!(result, Ok(Reconciled::NotDoneYet)), "{result:?}");
        }
    }
}

#[tokio::test]
async fn a_record_is_absent_after_its_deletion() {
    let result = reconciled(remove(), |_| nothing()).await;
    assert!(matches!(result, Ok(Reconciled::Done(found)) if found.is_empty()));
    let result = reconciled(remove(), |_| payment(1000, 0)).await;
    assert!(matches!(result, Ok(Reconciled::NotDoneYet)));
}

#[tokio::test]
async fn only_the_documented_response_proves_absence() {
    for (status, body) in NO_PROOF {
        for call in [create(), remove()] {
            let result = reconciled(call, move |_| answer(status, body)).await;
            assert!(
                matches!(result, Ok(Reconciled::Unclear(_)) | Err(_)),
                "{status} {body}: {result:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_failing_read_is_an_error() {
    for (status, body) in
        [(404, "<html>"), (404, ""), (401, NO_RECORD), (500, NO_RECORD), (200, "<html>")]
    {
        let error = reconciled(create(), move |_| answer(status, body)).await.unwrap_err();
        assert_eq!(error.status(), Some(status), "{error:?}");
    }
}

#[tokio::test]
async fn another_record_proves_nothing() {
    for call in [create(), remove()] {
        let result = reconciled(call, |_| payment_of("imp_2", 1000, 0)).await;
        assert!(
            matches!(&result, Ok(Reconciled::Unclear(found)) if found.len() == 1),
            "{result:?}"
        );
    }
    let mixed = r#"[{"imp_uid":"imp_1","amount":1},{"imp_uid":"imp_2","amount":1}]"#;
    let result = reconciled(create(), move |_| ok(mixed)).await;
    assert!(matches!(result, Ok(Reconciled::Unclear(_))), "{result:?}");
}

#[tokio::test]
async fn the_record_has_the_values_of_the_request() {
    let charge = || {
        Call::new(&CHARGE)
            .body("merchant_uid", &"order-1")
            .body("customer_uid", &"card-1")
            .body("amount", &Decimal::from(1000))
            .reconcile(Evidence::Exists, read("imp_1"))
    };
    for (fields, done) in [
        (r#""merchant_uid":"order-1","customer_uid":null,"amount":"1000.00""#, true),
        (r#""merchant_uid":" ORDER-1","customer_uid":"card-1""#, true),
        (r#""merchant_uid":"order-2","amount":1000"#, false),
        (r#""customer_uid":"card-2","amount":1000"#, false),
        (r#""merchant_uid":"order-1","amount":999"#, false),
        (r#""merchant_uid":"order-1","amount":"1,000""#, false),
        (r#""merchant_uid":"order-1","amount":["1000"]"#, false),
    ] {
        let body = format!(r#"{{"imp_uid":"imp_1",{fields}}}"#);
        let result = reconciled(charge(), move |_| ok(&body)).await.unwrap();
        assert_eq!(matches!(result, Reconciled::Done(_)), done, "{fields}: {result:?}");
        assert_eq!(matches!(result, Reconciled::Unclear(_)), !done, "{fields}: {result:?}");
    }
}

#[tokio::test]
async fn the_balance_shows_refunds() {
    let cancel = |amount: Option<i64>, checksum: Option<i64>| {
        Call::new(&CANCEL)
            .body("imp_uid", &"imp_1")
            .body("checksum", &checksum.map(Decimal::from))
            .reconcile(Evidence::Balance, read("imp_1"))
            .body("amount", &amount.map(Decimal::from))
    };
    for (amount, checksum, cancelled, expected) in [
        (Some(300), Some(800), 200, "NotDoneYet"),
        (Some(300), Some(800), 500, "Done"),
        (Some(300), Some(800), 400, "Unclear"),
        (Some(300), Some(800), 1000, "Unclear"),
        (Some(300), None, 500, "Unclear"),
        (None, Some(800), 200, "NotDoneYet"),
        (None, Some(800), 1000, "Done"),
        (None, Some(800), 500, "Unclear"),
        (None, None, 1000, "Unclear"),
    ] {
        let result =
            reconciled(cancel(amount, checksum), move |_| payment(1000, cancelled)).await.unwrap();
        assert!(format!("{result:?}").starts_with(expected), "{amount:?} {cancelled}: {result:?}");
    }
    let odd = r#"{"imp_uid":"imp_1","amount":"much"}"#;
    // It is not known to be 0: the balance of 800 would say that nothing was done.
    let odd_refund = r#"{"imp_uid":"imp_1","amount":800,"cancel_amount":"1,000"}"#;
    let no_refund = r#"{"imp_uid":"imp_1","amount":800,"cancel_amount":null}"#;
    for reply in [ok(odd), ok(odd_refund), ok(no_refund), payment_of("imp_2", 1000, 500), nothing()]
    {
        let result = reconciled(cancel(Some(300), Some(800)), move |_| reply.clone()).await;
        assert!(matches!(result, Ok(Reconciled::Unclear(_))), "{result:?}");
    }
}

#[tokio::test]
async fn several_records_must_agree() {
    let call = || {
        let call = Call::new(&CANCEL).reconcile(Evidence::Exists, read("a"));
        call.reconcile(Evidence::Exists, read("b"))
    };
    let found = |result: Result<Reconciled, Error>| -> (&'static str, ReconciledRecords) {
        match result.unwrap() {
            Reconciled::Done(found) => ("done", found),
            Reconciled::Unclear(found) => ("unclear", found),
            other => panic!("{other:?}"),
        }
    };
    let asked = |seen: &Seen| payment_of(seen.target.rsplit('/').next().unwrap(), 1, 0);
    let (word, both) = found(reconciled(call(), asked).await);
    assert_eq!((word, both.decode_all::<Payment>().unwrap().len()), ("done", 2));
    let one_of_them = move |seen: &Seen| match seen.target.ends_with("/b") {
        true => asked(seen),
        false => nothing(),
    };
    let (word, one) = found(reconciled(call(), one_of_them).await);
    assert_eq!((word, one.len()), ("unclear", 1));
    let none = reconciled(call(), |_| nothing()).await;
    assert!(matches!(none, Ok(Reconciled::NotDoneYet)));
}

#[tokio::test]
async fn a_state_is_unclear_and_not_looked_at_again() {
    let call = || {
        let change = Call::new(&CHANGE).path("imp_uid", &"imp_1");
        change.body("amount", &Decimal::from(900)).reconcile(Evidence::State, read("imp_1"))
    };
    for reply in [payment(1000, 0), ok(r#"{"company":"cj"}"#)] {
        let (result, reads) = reconciled_by(patient(), call(), move |_| reply.clone()).await;
        assert!(
            matches!(&result, Ok(Reconciled::Unclear(found)) if found.len() == 1),
            "{result:?}"
        );
        assert_eq!(reads, 1);
    }
    let (result, reads) = reconciled_by(patient(), call(), |_| nothing()).await;
    assert!(matches!(&result, Ok(Reconciled::Unclear(found)) if found.is_empty()), "{result:?}");
    assert_eq!(reads, 1);
}

/// Answers with each of these in turn, and with the last one from then on.
fn in_turn(replies: Vec<StatusAndBody>) -> impl Fn(&Seen) -> StatusAndBody + Send + Sync {
    let number = AtomicUsize::new(0);
    move |_| {
        let number = number.fetch_add(1, Ordering::Relaxed);
        replies[number.min(replies.len() - 1)].clone()
    }
}

#[tokio::test]
async fn a_request_that_is_still_running_is_looked_for_again() {
    let failed = r#"{"imp_uid":"imp_1","amount":1000,"status":"failed"}"#;
    for early in [
        nothing(),
        ok("null"),
        answer(200, r#"{"code":-1,"message":"일시적인 오류","response":null}"#),
        answer(502, "<html>"),
        payment_of("imp_2", 1000, 0),
        ok(failed),
    ] {
        let replies = in_turn(vec![early.clone(), early.clone(), early, payment(1000, 0)]);
        let (result, reads) = reconciled_by(patient(), create(), replies).await;
        assert!(matches!(result, Ok(Reconciled::Done(_))), "{result:?}");
        assert_eq!(reads, 4);
    }
    let replies = in_turn(vec![payment(1000, 0), payment(1000, 0), nothing()]);
    let (result, reads) = reconciled_by(patient(), remove(), replies).await;
    assert!(matches!(result, Ok(Reconciled::Done(_))), "{result:?}");
    assert_eq!(reads, 3);
}

#[tokio::test]
async fn looking_ends_at_the_deadline() {
    let failed = r#"{"imp_uid":"imp_1","amount":1000,"status":"failed"}"#;
    let mut calls = JoinSet::new();
    for (reply, expected) in [
        (nothing(), "Ok(NotDoneYet)"),
        (ok("null"), "Ok(Unclear"),
        (answer(502, "<html>"), "Err(payments.get: HTTP 502"),
        (ok(failed), "Ok(Done"),
    ] {
        calls.spawn(async move {
            let (result, reads) = reconciled_by(brief(), create(), move |_| reply.clone()).await;
            assert!(format!("{result:?}").starts_with(expected), "{expected}: {result:?}");
            assert!(reads > 1, "{reads}");
        });
    }
    calls.join_all().await;
    // The last look decides: an older one may have been too early.
    let last = in_turn(vec![nothing(), answer(502, "<html>")]);
    let (result, _) = reconciled_by(brief(), create(), last).await;
    assert!(matches!(result, Err(Error::Status(_))), "{result:?}");
}

/// A read that stalls takes no more than the deadline, or a timeout.
#[tokio::test]
async fn a_read_that_stalls_ends_with_the_deadline() {
    let server = losing(|_| Reply::ok("null").after(Duration::from_secs(120))).await;
    let client = builder(&server.url()).timeout(Duration::from_millis(100));
    let client = client.reconcile(brief()).build().unwrap();
    let error = lost(&client, create()).await;
    let begun = Instant::now();
    let result = client.reconcile(&error).await;
    assert!(matches!(result, Err(Error::Timeout(_))), "{result:?}");
    assert!(begun.elapsed() < Duration::from_secs(60));
}

#[tokio::test]
async fn a_call_has_a_policy_of_its_own() {
    let server = losing_all(in_turn(vec![nothing(), payment(1000, 0)])).await;
    let client = client(&server);
    let error = lost(&client, create()).await;
    let options = portone_v1_runtime::CallOptions::new().reconcile(patient());
    let result = client.with(options).reconcile(&error).await;
    assert!(matches!(result, Ok(Reconciled::Done(_))), "{result:?}");
}

#[tokio::test]
async fn without_a_read_reconcile_is_unsupported() {
    let error = reconciled(Call::new(&CANCEL), |_| payment(1, 0)).await.unwrap_err();
    assert!(matches!(error, Error::ReconcileUnsupported(_)));
    assert_eq!(error.operation(), Some("payments.cancel"));
}

#[tokio::test]
async fn known_outcomes_are_not_reconciled() {
    let server = crate::fixture::server(404, NO_RECORD).await;
    let client = client(&server);
    let error = client.send(create()).await.unwrap().decode_empty().unwrap_err();
    let error = client.reconcile(&error).await.unwrap_err();
    assert!(matches!(error, Error::Status(_)));
    assert_eq!(server.calls().len(), 1);
}

/// An invalid read fails in the same way again.
#[tokio::test]
async fn an_invalid_read_is_not_sent_again() {
    let call = Call::new(&CHANGE).path("imp_uid", &"imp_1");
    let call = call.reconcile(Evidence::Exists, read(".."));
    let (result, reads) = reconciled_by(patient(), call, |_| payment(1, 0)).await;
    assert!(matches!(result, Err(Error::InvalidRequest(_))), "{result:?}");
    assert_eq!(reads, 0);
}

/// Credentials that were rejected once are rejected again.
#[tokio::test]
async fn reads_with_wrong_credentials_are_not_sent_again() {
    let server = losing_all(|_| nothing()).await;
    let error = lost(&client(&server), create()).await;
    let rejecting = Server::start(|_| Reply::new(401, NO_RECORD)).await;
    let client = builder(&rejecting.url()).reconcile(patient()).build().unwrap();
    let result = client.reconcile(&error).await;
    assert!(matches!(result, Err(Error::Token(_))), "{result:?}");
    assert_eq!((rejecting.tokens_asked(), rejecting.calls().len()), (1, 0));
}

/// For another sub-merchant, a payment that was made would be missing.
#[tokio::test]
async fn reads_act_for_the_same_sub_merchant() {
    let server = losing_all(|_| payment(1, 0)).await;
    let plain = client(&server);
    for (writer, reader, tier) in [
        (plain.with_tier("001".into()), plain.clone(), Some("001")),
        (plain.clone(), plain.with_tier("002".into()), None),
    ] {
        let error = lost(&writer, create()).await;
        reader.reconcile(&error).await.unwrap();
        assert_eq!(server.calls().last().unwrap().header("tier"), tier);
    }
}
