//! Unknown outcomes and their reconciliation.

use std::error::Error as _;
use std::time::Duration;

use portone_v1_runtime::internal::{Call, Evidence, Operation};
use portone_v1_runtime::{
    Decimal, Error, OutcomeUnknownError, Reconciled, ReconciledRecords, RequestFailure,
};

use crate::fixture::{CANCEL, DELETE, GET, Payment, builder, client, token, token_failure, well};
use crate::server::{Reply, Seen, Server};

const NO_RECORD: &str = r#"{"code":-1,"message":"존재하지 않는 결제정보입니다.","response":null}"#;

/// Loses the answer to everything but reads, which are answered by what they ask for.
async fn losing(read: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Server {
    Server::start(move |seen| match &*seen.method {
        _ if seen.is_for_token() => token("t1", 1800),
        "GET" => read(seen),
        _ => Reply::new(502, "<html>"),
    })
    .await
}

fn read(imp_uid: &str) -> Call {
    Call::new(&GET).path("imp_uid", &imp_uid)
}

fn unknown(error: Error) -> OutcomeUnknownError {
    match error {
        Error::OutcomeUnknown(error) => *error,
        other => panic!("{other:?}"),
    }
}

async fn reconciled(
    call: Call,
    read: impl Fn(&Seen) -> Reply + Send + Sync + 'static,
) -> Result<Reconciled, Error> {
    let server = losing(read).await;
    let client = client(&server);
    let error = client.send(call).await.unwrap().decode_empty().unwrap_err();
    let result = client.reconcile(&error).await;
    let writes = server.calls().iter().filter(|seen| seen.method != "GET").count();
    assert_eq!(writes, 1, "reads change nothing");
    result
}

fn payment(amount: i64, cancelled: i64) -> Reply {
    Reply::ok(&format!(r#"{{"imp_uid":"imp_1","amount":{amount},"cancel_amount":"{cancelled}"}}"#))
}

#[tokio::test]
async fn ambiguous_responses_are_outcome_unknown() {
    for (status, body, open) in [
        (200, "<html>", true),
        (200, r#"{"code":0}"#, true),
        (200, r#"{"code":0,"resp"#, true),
        (500, NO_RECORD, true),
        (502, "", true),
        (503, "", true),
        (504, "", true),
        (501, "", false),
        (400, "", false),
        (404, NO_RECORD, false),
        (409, "", false),
        (429, "", false),
        (301, "", true),
        (302, "", true),
        (303, "", true),
        (307, "", true),
        (399, NO_RECORD, true),
        (200, NO_RECORD, false),
    ] {
        let server = crate::fixture::server(status, body).await;
        let answer = client(&server).send(Call::new(&CANCEL)).await.unwrap();
        let error = answer.decode::<Payment>().unwrap_err();
        assert_eq!(matches!(error, Error::OutcomeUnknown(_)), open, "{error:?}");
        assert_eq!(error.operation(), Some("payments.cancel"));
        assert_eq!(error.status(), Some(status));
        assert_eq!(error.raw_body(), Some(body.as_bytes()));
        assert_eq!(server.calls().len(), 1);
    }
}

#[tokio::test]
async fn a_lost_response_is_outcome_unknown() {
    let server = Server::start(|seen| match seen.is_for_token() {
        true => well(seen),
        false => well(seen).after(Duration::from_secs(20)),
    })
    .await;
    let client = builder(&server.url()).timeout(Duration::from_millis(500)).build().unwrap();
    let call = Call::new(&CANCEL).reconcile(Evidence::State, read("imp_1"));
    let error = unknown(portone(&client, call).await);
    assert!(matches!(error.cause, RequestFailure::Timeout(_)));
    assert_eq!((error.operation, error.status()), ("payments.cancel", None));
    assert_eq!(error.keys().collect::<Vec<_>>(), [("imp_uid", "imp_1")]);
    assert!(error.source().is_some());
    let said = error.to_string();
    assert!(said.contains("outcome is unknown"), "{said}");
}

async fn portone(client: &portone_v1_runtime::internal::Transport, call: Call) -> Error {
    client.send(call).await.map(drop).unwrap_err()
}

#[tokio::test]
async fn without_a_connection_or_a_token_the_outcome_is_known() {
    let gone = Server::start(well).await.url();
    tokio::task::yield_now().await;
    let error = portone(&builder(&gone).build().unwrap(), Call::new(&CANCEL)).await;
    assert!(error.is_connect());
    let no_token = Server::start(|_| Reply::new(503, "")).await;
    let error = portone(&client(&no_token), Call::new(&CANCEL)).await;
    assert!(matches!(token_failure(&error), RequestFailure::Status(_)));
    assert_eq!(error.operation(), Some("authentication.get_token"));
    assert!(no_token.calls().is_empty());
}

#[tokio::test]
async fn debug_shows_keys_of_payments_and_redacts_others() {
    const OTHER: Operation = Operation { route: "/subscribe/{customer_uid}", ..GET };
    static FIND: Operation = OTHER;
    let server = losing(|_| Reply::ok("null")).await;
    let call = Call::new(&CANCEL)
        .reconcile(Evidence::Exists, read("imp_1"))
        .reconcile(Evidence::Exists, Call::new(&FIND).path("customer_uid", &"canary"));
    let error = client(&server).send(call).await.unwrap().decode_empty().unwrap_err();
    let shown = format!("{error:?} {error}");
    assert!(shown.contains("imp_1") && shown.contains("customer_uid"), "{shown}");
    assert!(!shown.contains("canary"), "{shown}");
}

#[tokio::test]
async fn a_record_exists_after_its_creation() {
    let create = || Call::new(&CANCEL).reconcile(Evidence::Exists, read("imp_1"));
    let Ok(Reconciled::Done(found)) = reconciled(create(), |_| payment(1000, 0)).await else {
        panic!("done")
    };
    let payment = found.decode::<Payment>().unwrap().unwrap();
    assert_eq!((&*payment.imp_uid, found.len()), ("imp_1", 1));
    for (status, body) in [(404, NO_RECORD), (200, NO_RECORD), (200, r#"{"code":0,"response":[]}"#)]
    {
        let result = reconciled(create(), move |_| Reply::new(status, body)).await;
        assert!(matches!(result, Ok(Reconciled::NotDone)), "{result:?}");
    }
    let empty = r#"{"total":0,"previous":0,"next":0,"list":[]}"#;
    let result = reconciled(create(), move |_| Reply::ok(empty)).await;
    assert!(matches!(result, Ok(Reconciled::NotDone)), "{result:?}");
}

#[tokio::test]
async fn a_record_is_absent_after_its_deletion() {
    let remove = || {
        let read = read("imp_1");
        Call::new(&DELETE).path("imp_uid", &"imp_1").reconcile(Evidence::Absent, read)
    };
    let result = reconciled(remove(), |_| Reply::new(404, NO_RECORD)).await;
    assert!(matches!(result, Ok(Reconciled::Done(found)) if found.is_empty()));
    let result = reconciled(remove(), |_| payment(1000, 0)).await;
    assert!(matches!(result, Ok(Reconciled::NotDone)));
}

#[tokio::test]
async fn a_failing_read_is_an_error() {
    for (status, body) in
        [(404, "<html>"), (404, ""), (401, NO_RECORD), (500, NO_RECORD), (200, "<html>")]
    {
        let call = Call::new(&CANCEL).reconcile(Evidence::Exists, read("imp_1"));
        let error = reconciled(call, move |_| Reply::new(status, body)).await.unwrap_err();
        assert_eq!(error.status(), Some(status), "{error:?}");
    }
}

#[tokio::test]
async fn the_balance_shows_refunds() {
    let cancel = |amount: Option<i64>, checksum: Option<i64>| {
        Call::new(&CANCEL)
            .body("amount", &amount.map(Decimal::from))
            .body("checksum", &checksum.map(Decimal::from))
            .reconcile(Evidence::Balance, read("imp_1"))
    };
    for (amount, checksum, cancelled, expected) in [
        (Some(300), Some(800), 200, "NotDone"),
        (Some(300), Some(800), 500, "Done"),
        (Some(300), Some(800), 400, "Unclear"),
        (Some(300), Some(800), 1000, "Unclear"),
        (Some(300), None, 500, "Unclear"),
        (None, Some(800), 200, "NotDone"),
        (None, Some(800), 1000, "Done"),
        (None, Some(800), 500, "Unclear"),
        (None, None, 1000, "Unclear"),
    ] {
        let result =
            reconciled(cancel(amount, checksum), move |_| payment(1000, cancelled)).await.unwrap();
        assert!(format!("{result:?}").starts_with(expected), "{amount:?} {cancelled}: {result:?}");
    }
    let odd = reconciled(cancel(None, Some(800)), |_| Reply::ok(r#"{"amount":"much"}"#)).await;
    assert!(matches!(odd, Ok(Reconciled::Unclear(_))));
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
    let (word, both) = found(reconciled(call(), |_| payment(1, 0)).await);
    assert_eq!((word, both.decode_all::<Payment>().unwrap().len()), ("done", 2));
    let (word, one) = found(
        reconciled(call(), |seen| match seen.target.ends_with("/b") {
            true => payment(1, 0),
            false => Reply::new(404, NO_RECORD),
        })
        .await,
    );
    assert_eq!((word, one.len()), ("unclear", 1));
    let none = reconciled(call(), |_| Reply::new(404, NO_RECORD)).await;
    assert!(matches!(none, Ok(Reconciled::NotDone)));
}

#[tokio::test]
async fn a_state_is_unclear() {
    let call = Call::new(&CANCEL).reconcile(Evidence::State, read("imp_1"));
    let result = reconciled(call, |_| payment(1000, 0)).await;
    assert!(matches!(result, Ok(Reconciled::Unclear(found)) if found.len() == 1));
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
    let call = Call::new(&CANCEL).reconcile(Evidence::Exists, read("imp_1"));
    let error = client.send(call).await.unwrap().decode_empty().unwrap_err();
    let error = client.reconcile(&error).await.unwrap_err();
    assert!(matches!(error, Error::Status(_)));
    assert_eq!(server.calls().len(), 1);
}

/// For another sub-merchant, a payment that was made would be missing.
#[tokio::test]
async fn reads_act_for_the_same_sub_merchant() {
    let server = losing(|_| payment(1, 0)).await;
    let plain = client(&server);
    for (writer, reader, tier) in [
        (plain.with_tier("001".into()), plain.clone(), Some("001")),
        (plain.clone(), plain.with_tier("002".into()), None),
    ] {
        let call = Call::new(&CANCEL).reconcile(Evidence::Exists, read("imp_1"));
        let error = writer.send(call).await.unwrap().decode_empty().unwrap_err();
        reader.reconcile(&error).await.unwrap();
        assert_eq!(server.calls().last().unwrap().header("tier"), tier);
    }
}
