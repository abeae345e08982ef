//! Unknown outcomes.

use std::error::Error as _;
use std::time::Duration;

use portone_v1_runtime::internal::{Call, Evidence, Operation};
use portone_v1_runtime::{Error, OutcomeUnknownError, RequestFailure};

use crate::fixture::{
    CANCEL, GET, NO_RECORD, Payment, builder, client, losing, read, token_failure, well,
};
use crate::server::{Reply, Server};

fn unknown(error: Error) -> OutcomeUnknownError {
    match error {
        Error::OutcomeUnknown(error) => *error,
        other => panic!("{other:?}"),
    }
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
async fn the_sentence_advises_to_reconcile_only_if_a_read_shows_the_outcome() {
    let server = losing(|_| Reply::ok("null")).await;
    let shown = Call::new(&CANCEL).reconcile(Evidence::Exists, read("imp_1"));
    for (call, advice, other) in [
        (shown, "but reconcile it", "console"),
        (Call::new(&CANCEL), "check with the payment gateway or its console", "reconcile"),
    ] {
        let error = client(&server).send(call).await.unwrap().decode_empty().unwrap_err();
        let sentence = error.to_string();
        assert!(sentence.contains(advice) && !sentence.contains(other), "{sentence}");
    }
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
    let shown = format!("{error:?}");
    assert!(shown.contains("imp_1") && shown.contains("customer_uid"), "{shown}");
    assert!(!shown.contains("canary"), "{shown}");
}
