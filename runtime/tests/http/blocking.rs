//! The blocking client against a server on loopback.

use std::thread;
use std::time::{Duration, Instant};

use portone_v1_runtime::Error;
use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::internal::blocking::wait;

use crate::fixture::{Payment, builder, get, token, well};
use crate::server::{Reply, Seen, Server};

/// As the generated crate has it.
#[derive(Clone)]
struct BlockingClient(Transport);

impl BlockingClient {
    fn new(server: &Server) -> Self {
        Self(builder(&server.url()).timeout(Duration::from_secs(1)).build().unwrap())
    }

    fn get(&self) -> Result<Payment, Error> {
        wait(get(&self.0))
    }
}

/// A server on a runtime of its own, which has to be kept.
fn start(script: fn(&Seen) -> Reply) -> (tokio::runtime::Runtime, Server) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(Server::start(script));
    (runtime, server)
}

#[test]
fn a_call_returns_its_result_and_its_error() {
    let (_runtime, server) = start(well);
    let client = BlockingClient::new(&server);
    assert_eq!(client.get().unwrap().imp_uid, "imp_1");
    drop(server);
    let (_runtime, server) = start(|_| Reply::new(503, "busy"));
    assert_eq!(BlockingClient::new(&server).get().unwrap_err().status(), Some(503));
}

#[test]
fn many_threads_share_a_client() {
    let (_runtime, server) = start(|seen| match seen.is_for_token() {
        true => token("t1", 1800).after(Duration::from_millis(200)),
        false => well(seen),
    });
    let client = BlockingClient::new(&server);
    thread::scope(|scope| {
        for _ in 0..50 {
            let client = client.clone();
            scope.spawn(move || (0..4).for_each(|_| drop(client.get().unwrap())));
        }
    });
    assert_eq!((server.tokens_asked(), server.calls().len()), (1, 200));
}

#[test]
fn timeouts_apply() {
    let late = |seen: &Seen| well(seen).after(Duration::from_secs(30));
    let (_runtime, server) = start(late);
    let begun = Instant::now();
    let error = BlockingClient::new(&server).get().unwrap_err();
    assert!(matches!(error, Error::Token(_)), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(15));
}

#[track_caller]
fn assert_misplaced(result: Result<Payment, Error>) {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Config(_)), "{error:?}");
    let said = error.to_string();
    assert!(said.starts_with("nothing was sent: this is an async task"), "{said}");
}

#[tokio::test]
async fn calls_within_an_async_runtime_are_errors() {
    let server = Server::start(well).await;
    let client = BlockingClient::new(&server);
    assert_misplaced(client.get());
    let clone = client.clone();
    assert_misplaced(tokio::spawn(async move { clone.get() }).await.unwrap());
    drop(client);
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn calls_within_an_async_task_of_any_kind_are_errors() {
    let server = Server::start(well).await;
    let client = BlockingClient::new(&server);
    tokio::task::LocalSet::new().run_until(async { assert_misplaced(client.get()) }).await;
    let handle = tokio::runtime::Handle::current();
    let clone = client.clone();
    let block_on = move || handle.block_on(async { clone.get() });
    assert_misplaced(tokio::task::spawn_blocking(block_on).await.unwrap());
    assert!(server.seen().is_empty());
}

#[test]
fn calls_within_a_blocking_call_succeed() {
    let (_runtime, server) = start(well);
    let (outer, inner) = (BlockingClient::new(&server), BlockingClient::new(&server));
    wait(async {
        get(&outer.0).await?;
        inner.get()
    })
    .unwrap();
    assert_eq!(server.calls().len(), 2);
}

#[tokio::test]
async fn calls_within_spawn_blocking_succeed() {
    let server = Server::start(well).await;
    let client = BlockingClient::new(&server);
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let client = client.clone();
            tokio::task::spawn_blocking(move || client.get())
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!((server.tokens_asked(), server.calls().len()), (1, 20));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_within_block_in_place_succeed() {
    let server = Server::start(well).await;
    let client = BlockingClient::new(&server);
    tokio::task::block_in_place(|| client.get()).unwrap();
    tokio::spawn(async move { tokio::task::block_in_place(|| client.get()) })
        .await
        .unwrap()
        .unwrap();
}

#[test]
fn calls_within_the_context_of_a_runtime_succeed() {
    let (runtime, server) = start(well);
    let _context = runtime.enter();
    BlockingClient::new(&server).get().unwrap();
}
