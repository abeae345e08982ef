//! The blocking client against a server on loopback.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/fixture.rs"]
mod fixture;
#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/server.rs"]
mod server;

use std::thread;
use std::time::{Duration, Instant};

use portone_v1_runtime::Error;
use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::internal::blocking::Runtime;

use fixture::{Payment, builder, get, token, well};
use server::{Seen, Server};

/// As the generated crate has it.
#[derive(Clone)]
struct BlockingClient {
    client: Transport,
    runtime: Runtime,
}

impl BlockingClient {
    fn new(server: &Server) -> Self {
        let client = builder(&server.url()).timeout(Duration::from_secs(1)).build().unwrap();
        Self { client, runtime: Runtime::new().unwrap() }
    }

    fn get(&self) -> Result<Payment, Error> {
        let client = &self.client;
        self.runtime.wait(async { get(client).await })
    }
}

/// A server on a runtime of its own, which has to be kept.
fn start(script: fn(&Seen) -> server::Reply) -> (tokio::runtime::Runtime, Server) {
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
    let (_runtime, server) = start(|_| server::Reply::new(503, "busy"));
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
    assert!(matches!(error, Error::Timeout(_)), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(15));
}

#[test]
fn clients_can_be_dropped_in_any_order() {
    let (_runtime, server) = start(well);
    let client = BlockingClient::new(&server);
    client.get().unwrap();
    let BlockingClient { client: transport, runtime } = client.clone();
    drop(client);
    drop(transport);
    assert_eq!(runtime.wait(async { Ok::<_, Error>(1) }).unwrap(), 1);
    drop(runtime);
    let BlockingClient { client: transport, runtime } = BlockingClient::new(&server);
    drop(runtime);
    drop(transport);
}

#[test]
fn the_thread_ends_with_the_last_clone() {
    let runtime = Runtime::new().unwrap();
    let clone = runtime.clone();
    let wait = runtime.wait(async { Ok::<_, Error>(tokio::spawn(std::future::pending::<()>())) });
    let task = wait.unwrap();
    drop(runtime);
    thread::sleep(Duration::from_millis(100));
    assert!(!task.is_finished());
    drop(clone);
    let begun = Instant::now();
    while !task.is_finished() {
        assert!(begun.elapsed() < Duration::from_secs(15));
        thread::sleep(Duration::from_millis(5));
    }
}

#[track_caller]
fn assert_misplaced(result: Result<Payment, Error>) {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Config(_)), "{error:?}");
    let said = error.to_string();
    assert!(
        said.starts_with("nothing was sent: this thread belongs to an async runtime"),
        "{said}"
    );
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

#[test]
fn calls_within_a_blocking_call_are_errors() {
    let (_runtime, server) = start(well);
    let (outer, inner) = (BlockingClient::new(&server), BlockingClient::new(&server));
    assert_misplaced(outer.runtime.wait(async { inner.get() }));
    inner.get().unwrap();
}

#[test]
fn the_client_is_send_and_sync() {
    fn is_shareable<T: Send + Sync + Clone + 'static>() {}
    is_shareable::<Runtime>();
}
