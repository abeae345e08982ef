//! Redaction of secrets in `Display` and `Debug`.

use std::error::Error as StdError;
use std::time::Duration;

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{ClientBuilder, Error, RequestFailure};

use crate::fixture::{CHANGE, KEY, SECRET, builder, token, token_failure, well};
use crate::server::{Reply, Seen, Server};

const TOKEN: &str = "canary-token";
const SECRETS: &[&str] =
    &[KEY, SECRET, TOKEN, "canary-path", "canary-query", "canary-body", "canary-answer"];

#[track_caller]
fn assert_secret(printed: &str) {
    for secret in SECRETS {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}

#[track_caller]
fn assert_error_is_secret(error: &Error) {
    assert_secret(&format!("{error} {error:?} {error:#?}"));
    let mut source = error.source();
    while let Some(error) = source {
        assert_secret(&format!("{error} {error:?} {error:#?}"));
        source = error.source();
    }
}

/// A call with a secret in every place.
fn call() -> Call {
    Call::new(&CHANGE)
        .path("imp_uid", &"canary-path")
        .query("pg_api_key", &"canary-query")
        .body("card_number", &"canary-body")
}

fn grant(seen: &Seen, reply: Reply) -> Reply {
    if seen.is_for_token() { token(TOKEN, 1800) } else { reply }
}

async fn error_of(client: &Transport) -> Error {
    match client.send(call()).await {
        Err(error) => error,
        Ok(answer) => answer.decode::<i64>().unwrap_err(),
    }
}

#[tokio::test]
async fn errors_with_a_body() {
    const BODY: &str = r#"{"code":0,"response":{"buyer_name":"canary-answer"}}"#;
    for (status, body) in [
        (200, BODY),
        (200, "canary-answer"),
        (200, r#"{"code":"canary-answer"}"#),
        (200, r#"{"code":1,"message":null,"response":"canary-answer"}"#),
        (401, BODY),
        (502, "<html>canary-answer</html>"),
    ] {
        let server = Server::start(move |seen| grant(seen, Reply::new(status, body))).await;
        let error = error_of(&builder(&server.url()).build().unwrap()).await;
        assert!(error.raw_body().is_some());
        assert_error_is_secret(&error);
    }
}

#[tokio::test]
async fn errors_without_a_body() {
    let late = Duration::from_secs(5);
    let slow = Server::start(move |seen| grant(seen, Reply::ok("1").after(late))).await;
    let timeout = Duration::from_millis(1000);
    let client = builder(&slow.url()).timeout(timeout).build().unwrap();
    let error = error_of(&client).await;
    let Error::OutcomeUnknown(unknown) = &error else { panic!("{error:?}") };
    assert!(matches!(unknown.cause, RequestFailure::Timeout(_)));
    assert_error_is_secret(&error);

    let gone = Server::start(well).await.url();
    tokio::task::yield_now().await;
    let error = error_of(&builder(&gone).build().unwrap()).await;
    assert!(matches!(token_failure(&error), RequestFailure::Transport(_)));
    assert_error_is_secret(&error);
}

#[tokio::test]
async fn errors_of_the_token_request() {
    for reply in [
        r#"{"code":0,"response":{"access_token":"canary-token","now":1}}"#,
        r#"{"code":0,"response":{"access_token":"canary-token\u0007","now":1,"expired_at":2}}"#,
        r#"{"code":-1,"message":null,"response":"canary-answer"}"#,
    ] {
        let server = Server::start(move |_| Reply::new(200, reply)).await;
        let error = error_of(&builder(&server.url()).build().unwrap()).await;
        assert_eq!(error.operation(), Some("authentication.get_token"));
        assert_error_is_secret(&error);
    }
}

#[tokio::test]
async fn invalid_requests() {
    let client: Transport = builder("http://127.0.0.1:1").build().unwrap();
    let empty = call().body("list", &Vec::<String>::new());
    let error = client.send(empty).await.map(drop).unwrap_err();
    assert!(matches!(error, Error::InvalidRequest(_)));
    assert_error_is_secret(&error);
}

#[tokio::test]
async fn builders_and_clients() {
    let server = Server::start(move |seen| grant(seen, Reply::ok("1"))).await;
    let builder: ClientBuilder = builder(&server.url());
    assert_secret(&format!("{builder:?} {builder:#?}"));
    let client = builder.build().unwrap();
    client.send(call()).await.unwrap();
    assert_secret(&format!("{client:?} {client:#?}"));
    let misplaced = ClientBuilder::<Transport>::new()
        .credentials("k", "s")
        .base_url("https://user:canary-body@api.iamport.kr");
    assert_secret(&format!("{misplaced:?}"));
    assert_error_is_secret(&misplaced.build().unwrap_err());
}
