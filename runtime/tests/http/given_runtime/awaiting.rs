//! Calls that are awaited on the runtime, on another, on none, and by blocking.

use std::pin::pin;
use std::task::{Context, Waker};
use std::time::{Duration, Instant};

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{CallOptions, Error, RetryPolicy};
use tokio::runtime::Builder;

use super::{LONG, client, current_thread, multi_thread, patient, read_and_cancel, serve_after};
use crate::fixture::{get, well};
use crate::runtimes::block_on;
use crate::server::{Reply, Server};

#[test]
fn on_the_runtime_itself() {
    let (_serving, server) = serve_after(Duration::ZERO);
    for runtime in [current_thread(), multi_thread()] {
        let client = client(&server, &runtime);
        runtime.block_on(read_and_cancel(&client)).unwrap();
        runtime
            .block_on(runtime.spawn(async move { read_and_cancel(&client).await }))
            .unwrap()
            .unwrap();
    }
    assert_eq!((server.tokens_asked(), server.calls().len()), (2, 8));
}

#[test]
fn on_other_runtimes_and_on_none() {
    let (_serving, server) = serve_after(Duration::ZERO);
    let runtime = multi_thread();
    let client = client(&server, &runtime);
    let without_timers = Builder::new_current_thread().build().unwrap();
    for _ in 0..3 {
        current_thread().block_on(read_and_cancel(&client)).unwrap();
        without_timers.block_on(read_and_cancel(&client)).unwrap();
        block_on(read_and_cancel(&client)).unwrap();
    }
    assert_eq!((server.tokens_asked(), server.calls().len()), (1, 18));
}

/// A runtime with one thread, which another thread runs.
#[test]
fn on_a_thread_beside_a_runtime_of_one_thread() {
    let (_serving, server) = serve_after(Duration::ZERO);
    let runtime = current_thread();
    let client = client(&server, &runtime);
    let (ended, end) = tokio::sync::oneshot::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(|| runtime.block_on(end).unwrap_err());
        block_on(read_and_cancel(&client)).unwrap();
        drop(ended);
    });
}

#[cfg(feature = "blocking")]
#[test]
fn by_the_blocking_client() {
    use portone_v1_runtime::internal::blocking::wait;

    let (_serving, server) = serve_after(Duration::ZERO);
    let runtime = multi_thread();
    let client = client(&server, &runtime);
    wait(read_and_cancel(&client)).unwrap();
    let clone = client.clone();
    let blocking = runtime.spawn_blocking(move || wait(read_and_cancel(&clone)));
    runtime.block_on(blocking).unwrap().unwrap();
    let task = runtime.spawn(async move { wait(read_and_cancel(&client)) });
    let error = runtime.block_on(task).unwrap().unwrap_err();
    assert!(matches!(error, Error::Config(_)), "{error:?}");
    assert_eq!(server.calls().len(), 4);
}

#[test]
fn timeouts_and_retries() {
    let (_serving, server) = serve_after(LONG);
    let runtime = multi_thread();
    let short = CallOptions::new().timeout(Duration::from_millis(200));
    let error = block_on(get(&client(&server, &runtime).with(short))).unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
    let busy = runtime.block_on(Server::start(|seen| match seen.is_for_token() {
        true => well(seen),
        false => Reply::new(503, ""),
    }));
    let builder = patient(&busy.url()).runtime(runtime.handle().clone());
    let client: Transport = builder.retry(RetryPolicy::new()).build().unwrap();
    block_on(get(&client)).unwrap_err();
    assert_eq!(busy.calls().len(), 3);
}

/// Connections are given back in the context of the runtime, also when a call is dropped outside of any.
#[test]
fn calls_that_are_dropped_without_a_runtime() {
    let (_serving, server) = serve_after(Duration::from_millis(20));
    let runtime = multi_thread();
    let client = client(&server, &runtime);
    let begun = Instant::now();
    for delay in 0..30 {
        let mut call = pin!(get(&client));
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..3 {
            if call.as_mut().poll(&mut context).is_ready() {
                break;
            }
            std::thread::sleep(Duration::from_millis(delay));
        }
    }
    block_on(get(&client)).unwrap();
    assert!(begun.elapsed() < LONG);
}
