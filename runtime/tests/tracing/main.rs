//! Spans and events of `tracing`, and the secrets that must not be in them.
//!
//! A binary of its own: `tracing` caches for the whole process whether a callsite is enabled, and a
//! call on another thread without a subscriber could disable it. Here, one subscriber serves all
//! threads, and each test installs it before its first call.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/fixture.rs"]
mod fixture;
#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/server.rs"]
mod server;
mod subscriber;

use std::future::ready;
use std::time::Duration;

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{
    ClientBuilder, Intent, IntentId, Journal, JournalEntry, JournalError, JournalFuture, Outcome,
    RetryPolicy,
};

use tokio::runtime::Handle;
use tokio::sync::Mutex;

use fixture::{CANCEL, CHANGE, GET, builder, server};

static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// The background thread, and this runtime.
const DRIVERS: [fn(ClientBuilder) -> ClientBuilder; 2] =
    [|builder| builder, |builder| builder.runtime(Handle::current())];

/// The spans and events of one call.
async fn observed(status: u16, body: &str, call: Call) -> String {
    observed_on(DRIVERS[0], status, body, call).await
}

async fn observed_on(
    driver: fn(ClientBuilder) -> ClientBuilder,
    status: u16,
    body: &str,
    call: Call,
) -> String {
    let _alone = ONE_AT_A_TIME.lock().await;
    subscriber::install();
    let server = server(status, body).await;
    let policy = RetryPolicy::new().initial_delay(Duration::from_millis(1));
    let client: Transport = driver(builder(&server.url()).retry(policy)).build().unwrap();
    let result = client.send(call).await.and_then(|answer| answer.decode_empty());
    drop(result);
    let log = subscriber::take();
    assert!(!log.contains("canary"), "{log}");
    log
}

#[tokio::test]
async fn a_call_is_a_span() {
    for driver in DRIVERS {
        let call = Call::new(&GET).path("imp_uid", &"canary-path").query("key", &"canary-query");
        let answer = r#"{"code":0,"response":"canary-answer"}"#;
        assert_is_a_span(&observed_on(driver, 200, answer, call).await);
    }
}

fn assert_is_a_span(log: &str) {
    for part in [
        "portone.operation=\"payments.get\"",
        "otel.name=GET /payments/{imp_uid}",
        "otel.kind=\"client\"",
        "http.request.method=\"GET\"",
        "url.template=\"/payments/{imp_uid}\"",
        "server.address=\"127.0.0.1\"",
        "http.response.status_code=200",
        "portone.outcome=\"ok\"",
        "portone.operation=\"authentication.get_token\"",
    ] {
        assert!(log.contains(part), "{part} in {log}");
    }
    for part in ["event", "error.type", "otel.status_code", "resend_count"] {
        assert!(!log.contains(part), "{part} in {log}");
    }
}

#[tokio::test]
async fn a_tolerated_mismatch_is_an_event() {
    let call = Call::new(&GET).path("imp_uid", &"imp_1");
    let log = observed(200, r#"{"code":null,"response":"canary-answer"}"#, call).await;
    for part in ["path=\"$.code\"", "expected=\"an integer\"", "found=\"null\"", "repaired=true"] {
        assert!(log.contains(part), "{part} in {log}");
    }
    assert!(log.contains("portone.outcome=\"ok\""), "{log}");
}

#[tokio::test]
async fn each_retry_is_an_event() {
    let log = observed(503, "canary-answer", Call::new(&GET).path("imp_uid", &"canary-path")).await;
    let events: Vec<_> = log.lines().filter(|line| line.starts_with("event")).collect();
    assert_eq!(events.len(), 2, "{log}");
    for part in [
        "http.request.resend_count=2",
        "http.response.status_code=503",
        "error.type=\"status\"",
        "portone.delay_ms=",
    ] {
        assert!(events[1].contains(part), "{part} in {log}");
    }
    let records: Vec<_> = log.lines().filter(|line| line.starts_with("record")).collect();
    let last = records.join("\n");
    for part in [
        "http.request.resend_count=2",
        "portone.outcome=\"status\"",
        "error.type=\"status\"",
        "otel.status_code=\"ERROR\"",
    ] {
        assert!(last.contains(part), "{part} in {log}");
    }
}

#[tokio::test]
async fn an_unknown_outcome_is_an_outcome() {
    let call = Call::new(&CHANGE).path("imp_uid", &"canary-path").body("card", &"canary-body");
    let log = observed(502, "canary-answer", call).await;
    assert!(log.contains("portone.outcome=\"outcome_unknown\""), "{log}");
}

/// A journal that takes intents, and no outcomes.
struct Forgetful;

impl Journal for Forgetful {
    fn record_intent<'a>(&'a self, _: &'a Intent) -> JournalFuture<'a, ()> {
        Box::pin(ready(Ok(())))
    }

    fn record_outcome<'a>(&'a self, _: &'a IntentId, _: Outcome) -> JournalFuture<'a, ()> {
        Box::pin(ready(Err(JournalError::new("the disk is full"))))
    }

    fn open<'a>(
        &'a self,
        _: Option<&'a IntentId>,
        _: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        Box::pin(ready(Ok(Vec::new())))
    }

    fn related<'a>(&'a self, _: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        Box::pin(ready(Ok(Vec::new())))
    }
}

#[tokio::test]
async fn an_outcome_that_is_not_recorded_is_an_event() {
    let _alone = ONE_AT_A_TIME.lock().await;
    subscriber::install();
    let server = server(404, "").await;
    let client: Transport = builder(&server.url()).journal(Forgetful).build().unwrap();
    let mut response = client.send(Call::new(&CANCEL)).await.unwrap();
    let recorded = response.recorded();
    response.decode_empty().unwrap_err();
    recorded.wait().await;
    let log = subscriber::take();
    assert!(log.contains("outcome not recorded") && log.contains("the disk is full"), "{log}");
}
