//! Retries of idempotent calls, within the deadline and the retry budget.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{CallOptions, ClientBuilder, Error, RequestFailure, RetryPolicy};

use crate::fixture::{CANCEL, builder, get, token, token_failure, well};
use crate::server::{Reply, Server};

const QUICK: Duration = Duration::from_millis(5);

fn retrying(server: &Server) -> ClientBuilder {
    builder(&server.url()).retry(RetryPolicy::new().initial_delay(QUICK))
}

/// Fails this many calls, and answers well afterwards.
async fn failing(times: usize, fail: impl Fn() -> Reply + Send + Sync + 'static) -> Server {
    let calls = AtomicUsize::new(0);
    Server::start(move |seen| match seen.is_for_token() {
        false if calls.fetch_add(1, Ordering::SeqCst) < times => fail(),
        _ => well(seen),
    })
    .await
}

fn client(server: &Server) -> Transport {
    retrying(server).build().unwrap()
}

#[tokio::test]
async fn an_idempotent_call_is_sent_up_to_three_times() {
    for status in [429, 500, 502, 503, 504] {
        let server = failing(2, move || Reply::new(status, "")).await;
        get(&client(&server)).await.unwrap();
        assert_eq!(server.calls().len(), 3);
        let server = failing(3, move || Reply::new(status, "")).await;
        assert_eq!(get(&client(&server)).await.unwrap_err().status(), Some(status));
        assert_eq!(server.calls().len(), 3);
    }
}

#[tokio::test]
async fn final_responses_are_not_retried() {
    for (status, body) in [(400, ""), (404, ""), (409, ""), (501, ""), (200, "<html>")] {
        let server = failing(1, move || Reply::new(status, body)).await;
        assert_eq!(get(&client(&server)).await.unwrap_err().status(), Some(status));
        assert_eq!(server.calls().len(), 1);
    }
}

#[tokio::test]
async fn a_call_that_is_not_idempotent_is_sent_once() {
    for status in [429, 500, 502, 503, 504] {
        let server = failing(1, move || Reply::new(status, "").retry_after("0")).await;
        let answer = client(&server).send(Call::new(&CANCEL)).await.unwrap();
        assert_eq!(answer.decode_empty().unwrap_err().status(), Some(status));
        assert_eq!(server.calls().len(), 1);
    }
}

#[tokio::test]
async fn a_timeout_is_retried() {
    let server = failing(1, || Reply::ok("1").after(Duration::from_secs(30))).await;
    let client = retrying(&server).timeout(Duration::from_millis(500)).build().unwrap();
    get(&client).await.unwrap();
    assert_eq!(server.calls().len(), 2);
}

#[tokio::test]
async fn a_token_request_is_retried() {
    let asked = AtomicUsize::new(0);
    let server = Server::start(move |seen| match seen.is_for_token() {
        true if asked.fetch_add(1, Ordering::SeqCst) == 0 => Reply::new(503, ""),
        _ => well(seen),
    })
    .await;
    get(&client(&server)).await.unwrap();
    assert_eq!((server.tokens_asked(), server.calls().len()), (2, 1));
}

#[tokio::test]
async fn a_rejected_token_does_not_count_as_an_attempt() {
    let server = failing(1, || Reply::new(401, "")).await;
    let client = builder(&server.url()).retry(RetryPolicy::never()).build().unwrap();
    get(&client).await.unwrap();
    assert_eq!(server.calls().len(), 2);
}

#[tokio::test]
async fn retry_after_is_respected() {
    // A date has no fractions of a second.
    let date = || httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(2));
    tokio::join!(waits_for(|| "1".to_owned()), waits_for(date));
}

async fn waits_for(after: impl Fn() -> String) {
    let begun = Instant::now();
    let after = after();
    let server = failing(1, move || Reply::new(503, "").retry_after(&after)).await;
    get(&client(&server)).await.unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(900), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_delay_beyond_the_deadline_is_not_started() {
    let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(3600));
    for after in ["91".to_owned(), u64::MAX.to_string(), date] {
        let server = failing(1, move || Reply::new(503, "").retry_after(&after)).await;
        let begun = Instant::now();
        assert_eq!(get(&client(&server)).await.unwrap_err().status(), Some(503));
        assert!(begun.elapsed() < Duration::from_secs(20));
        assert_eq!(server.calls().len(), 1);
    }
}

#[tokio::test]
async fn the_deadline_limits_the_whole_call() {
    let late = Duration::from_secs(60);
    let failure = async |server: &Server| {
        let deadline = Duration::from_millis(700);
        let client = client(server).with(CallOptions::new().deadline(deadline));
        let begun = Instant::now();
        let error = get(&client).await.unwrap_err();
        assert!(begun.elapsed() < late / 3);
        assert!(!error.is_connect());
        error
    };
    let slow_token = Server::start(move |seen| well(seen).after(late)).await;
    let slow_response = failing(9, move || Reply::ok("1").after(late)).await;
    let (unsent, sent) = tokio::join!(failure(&slow_token), failure(&slow_response));
    assert!(matches!(token_failure(&unsent), RequestFailure::Timeout(_)));
    assert!(matches!(sent, Error::Timeout(_)), "{sent:?}");
}

#[tokio::test]
async fn an_outage_exhausts_the_retry_budget() {
    let server = Server::start(|seen| match seen.is_for_token() {
        true => token("t1", 1800),
        false => Reply::new(503, ""),
    })
    .await;
    let client = client(&server);
    for _ in 0..100 {
        get(&client).await.unwrap_err();
    }
    assert_eq!(server.calls().len(), 200, "100 calls, and 100 retries instead of 200");
}
