//! Single-flight refreshes of the token under concurrent calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::fixture::{get, token};
use crate::server::{Reply, Server};
use crate::token_server::{
    MOMENT, accepting, accepting_when, calls_with, get_at_once, granting, patient_client, spawn_get,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_thousand_tasks_request_one_token() {
    let server = granting(|_| token("t1", 1800).after(MOMENT)).await;
    let results = get_at_once(&patient_client(&server), 1000).await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(server.tokens_asked(), 1);
    assert_eq!(server.calls().len(), 1000);
}

#[tokio::test]
async fn waiting_tasks_share_a_token_that_is_not_cached() {
    let server = granting(|_| token("t1", 5).after(MOMENT)).await;
    let results = get_at_once(&patient_client(&server), 50).await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(server.tokens_asked(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_continue_during_a_refresh_in_the_last_minute() {
    let server = granting(|number| match number {
        1 => token("t1", 50),
        _ => token("t2", 350).after(MOMENT),
    })
    .await;
    let client = patient_client(&server);
    get(&client).await.unwrap();
    let results = get_at_once(&client, 100).await;
    assert!(results.iter().all(Result::is_ok));
    assert!(calls_with(&server, "t1") > 1, "nobody waits for the renewal");
    while calls_with(&server, "t2") == 0 {
        get(&client).await.unwrap();
    }
    assert_eq!(server.tokens_asked(), 2);
}

#[tokio::test]
async fn a_failed_refresh_in_the_last_minute_fails_no_call() {
    let server = granting(|number| match number {
        1 => token("t1", 50),
        2 => Reply::new(503, "busy"),
        _ => token("t2", 350),
    })
    .await;
    let client = patient_client(&server);
    while calls_with(&server, "t2") == 0 {
        get(&client).await.unwrap();
    }
    assert_eq!(server.tokens_asked(), 3);
}

/// The token ends on the server while calls run, sooner than it had said.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_token_that_expires_under_load_is_refreshed_once() {
    let current = Arc::new(AtomicUsize::new(1));
    let (granted, accepted) = (Arc::clone(&current), Arc::clone(&current));
    let server = accepting_when(
        move || token(&format!("t{}", granted.load(Ordering::SeqCst)), 1800),
        move |bearer| bearer == format!("t{}", accepted.load(Ordering::SeqCst)),
    )
    .await;
    let client = patient_client(&server);
    let before = tokio::spawn({
        let client = client.clone();
        async move { get_at_once(&client, 300).await }
    });
    while server.calls().len() < 100 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    current.store(2, Ordering::SeqCst);
    let after = get_at_once(&client, 300).await;
    assert!(before.await.unwrap().iter().chain(&after).all(Result::is_ok));
    assert_eq!(server.tokens_asked(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_unauthorized_calls_cause_one_refresh() {
    let server = accepting("t2").await;
    let results = get_at_once(&patient_client(&server), 500).await;
    assert!(results.iter().all(Result::is_ok));
    assert_eq!(server.tokens_asked(), 2);
    assert_eq!(calls_with(&server, "t2"), 500, "each call is sent again once");
    assert!(calls_with(&server, "t1") <= 500);
}

/// V1 gives the same token until it ends, also after refusing it. The refusals come one by one.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_token_that_stays_rejected_is_not_requested_by_every_call() {
    let (grants, calls) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let server = Server::start(move |seen| match seen.is_for_token() {
        true if grants.fetch_add(1, Ordering::SeqCst) == 0 => token("t1", 1800).after(MOMENT),
        true => token("t1", 1800),
        false => {
            let number = calls.fetch_add(1, Ordering::SeqCst) as u64;
            Reply::new(401, "").after(Duration::from_millis(number * 3))
        }
    })
    .await;
    let results = get_at_once(&patient_client(&server), 200).await;
    assert!(results.iter().all(|result| result.as_ref().unwrap_err().status() == Some(401)));
    assert_eq!(server.calls().len(), 400);
    // Two, but for tasks that begin late.
    assert!(server.tokens_asked() < 10, "{}", server.tokens_asked());
}

#[tokio::test]
async fn a_failed_refresh_fails_waiting_calls_only() {
    let server = granting(|number| match number {
        1 => Reply::new(503, "busy").after(MOMENT),
        _ => token("t1", 1800),
    })
    .await;
    let client = patient_client(&server);
    for result in get_at_once(&client, 20).await {
        let error = result.unwrap_err();
        assert_eq!(error.operation(), Some("authentication.get_token"));
        assert_eq!(error.status(), Some(503));
    }
    assert_eq!(server.tokens_asked(), 1);
    get(&client).await.unwrap();
    assert_eq!(server.tokens_asked(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn cancelled_calls_do_not_cancel_a_refresh() {
    let server = granting(|_| token("t1", 1800).after(MOMENT)).await;
    let client = patient_client(&server);
    let leader = spawn_get(&client);
    server.is_asked_for_tokens(1).await;
    let cancelled: Vec<_> = (0..100).map(|_| spawn_get(&client)).collect();
    let others: Vec<_> = (0..100).map(|_| spawn_get(&client)).collect();
    tokio::task::yield_now().await;
    leader.abort();
    cancelled.iter().for_each(|task| task.abort());
    for task in others {
        task.await.unwrap().unwrap();
    }
    assert!(leader.await.unwrap_err().is_cancelled());
    assert_eq!(server.tokens_asked(), 1, "the request outlives whoever began it");
}

#[tokio::test]
async fn a_refresh_without_waiting_calls_is_cached() {
    let server = granting(|_| token("t1", 1800).after(MOMENT)).await;
    let client = patient_client(&server);
    let impatient = tokio::time::timeout(MOMENT / 10, get(&client)).await;
    assert!(impatient.is_err());
    get(&client).await.unwrap();
    get(&client).await.unwrap();
    assert_eq!(server.tokens_asked(), 1);
}

/// As when a client in a static is used by tests, each with a runtime of its own.
#[test]
fn a_refresh_outlives_the_runtime_that_began_it() {
    let runtime = || tokio::runtime::Runtime::new().unwrap();
    let (serving, first, second) = (runtime(), runtime(), runtime());
    let server = serving.block_on(granting(|_| token("t1", 1800).after(MOMENT)));
    let client = patient_client(&server);
    first.block_on(async { drop(spawn_get(&client)) });
    serving.block_on(server.is_asked_for_tokens(1));
    let waiting: Vec<_> = second.block_on(async { (0..50).map(|_| spawn_get(&client)).collect() });
    first.shutdown_background();
    for task in waiting {
        second.block_on(task).unwrap().unwrap();
    }
    assert_eq!(server.tokens_asked(), 1);
}
