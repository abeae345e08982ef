//! One client in several async runtimes, in unusual ones, and in none.

use std::future::pending;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{Bytes, CallOptions, Error, HttpClient, HttpFuture, RequestFailure, http};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::fixture::{CANCEL, builder, get, token, well};
use crate::server::{Reply, Server};

const LONG: Duration = Duration::from_secs(30);
const TOKEN: &str = r#"{"code":0,"response":{"access_token":"t","now":0,"expired_at":1800}}"#;

fn is_for_token(request: &http::Request<Bytes>) -> bool {
    request.uri().path() == "/users/getToken"
}

fn serve() -> (Runtime, Server) {
    let runtime = Runtime::new().unwrap();
    let server = runtime.block_on(Server::start(well));
    (runtime, server)
}

fn client(server: &Server) -> Transport {
    builder(&server.url()).timeout(LONG).deadline(LONG).build().unwrap()
}

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

async fn read_and_cancel(client: &Transport) -> Result<(), Error> {
    get(client).await?;
    client.send(Call::new(&CANCEL).body("imp_uid", &"imp_1")).await?.decode_empty()
}

/// Polls a future without any runtime.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let (mut future, mut context) = (pin!(future), Context::from_waker(&waker));
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

#[test]
fn runtimes_one_after_the_other() {
    let (_serving, server) = serve();
    let client = client(&server);
    for _ in 0..5 {
        current_thread().block_on(read_and_cancel(&client)).unwrap();
        Runtime::new().unwrap().block_on(read_and_cancel(&client)).unwrap();
    }
    assert_eq!((server.tokens_asked(), server.calls().len()), (1, 20));
}

#[test]
fn a_runtime_for_each_thread() {
    let (_serving, server) = serve();
    let client = client(&server);
    thread::scope(|scope| {
        for _ in 0..10 {
            scope.spawn(|| {
                let runtime = current_thread();
                (0..5).for_each(|_| runtime.block_on(read_and_cancel(&client)).unwrap());
            });
        }
    });
    assert_eq!((server.tokens_asked(), server.calls().len()), (1, 100));
}

#[test]
fn a_runtime_that_stands_still_stops_nobody() {
    let (_serving, server) = serve();
    let client = client(&server);
    let (still, other) = (current_thread(), current_thread());
    still.block_on(read_and_cancel(&client)).unwrap();
    // Polled once, and then no more: it waits for a response that somebody else's call must not wait for.
    let mut stuck = Box::pin(read_and_cancel(&client));
    still.block_on(async {
        let _ = tokio::time::timeout(Duration::ZERO, &mut stuck).await;
    });
    let begun = Instant::now();
    (0..10).for_each(|_| other.block_on(read_and_cancel(&client)).unwrap());
    assert!(begun.elapsed() < LONG / 2);
    still.block_on(stuck).unwrap();
}

#[test]
fn a_token_request_of_a_runtime_that_stands_still_serves_others() {
    let serving = Runtime::new().unwrap();
    let server = serving.block_on(Server::start(|seen| match seen.is_for_token() {
        true => token("t1", 1800).after(Duration::from_millis(300)),
        false => well(seen),
    }));
    let client = client(&server);
    let still = current_thread();
    still.block_on(async {
        let _ = tokio::time::timeout(Duration::ZERO, read_and_cancel(&client)).await;
    });
    let begun = Instant::now();
    current_thread().block_on(read_and_cancel(&client)).unwrap();
    assert!(begun.elapsed() < LONG / 2);
    assert_eq!(server.tokens_asked(), 1);
}

#[test]
fn no_runtime() {
    let (_serving, server) = serve();
    block_on(read_and_cancel(&client(&server))).unwrap();
}

#[test]
fn a_runtime_without_timers_and_sockets() {
    let (_serving, server) = serve();
    let client = client(&server);
    Builder::new_current_thread().build().unwrap().block_on(read_and_cancel(&client)).unwrap();
    Builder::new_multi_thread().build().unwrap().block_on(read_and_cancel(&client)).unwrap();
}

#[test]
fn timeouts_and_retries_need_no_runtime() {
    let serving = Runtime::new().unwrap();
    let server = serving.block_on(Server::start(|seen| match seen.is_for_token() {
        true => well(seen),
        false => well(seen).after(LONG),
    }));
    let client = client(&server);
    let short = CallOptions::new().timeout(Duration::from_millis(200));
    let error = block_on(get(&client.with(short))).unwrap_err();
    assert!(matches!(error, Error::Timeout(_)), "{error:?}");
    let busy = serving.block_on(Server::start(|seen| match seen.is_for_token() {
        true => well(seen),
        false => Reply::new(503, ""),
    }));
    let client: Transport =
        builder(&busy.url()).retry(portone_v1_runtime::RetryPolicy::new()).build().unwrap();
    block_on(get(&client)).unwrap_err();
    assert_eq!(busy.calls().len(), 3);
}

/// Never answers a call, and tells when it is sent and when it is dropped.
struct Stuck(UnboundedSender<&'static str>);

struct OnDrop(UnboundedSender<&'static str>);

impl Drop for OnDrop {
    fn drop(&mut self) {
        self.0.send("dropped").unwrap();
    }
}

impl HttpClient for Stuck {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        if is_for_token(&request) {
            return Box::pin(async { Ok(http::Response::new(TOKEN.into())) });
        }
        self.0.send("sent").unwrap();
        let dropped = OnDrop(self.0.clone());
        Box::pin(async move {
            let _dropped = dropped;
            pending().await
        })
    }
}

#[test]
fn a_call_that_is_dropped_is_cancelled() {
    let (sender, mut events) = unbounded_channel();
    let client: Transport =
        builder("https://api.example").http_client(Stuck(sender)).timeout(LONG).build().unwrap();
    let begun = Instant::now();
    current_thread().block_on(async {
        tokio::select! {
            _ = get(&client) => unreachable!("it is never answered"),
            event = events.recv() => assert_eq!(event, Some("sent")),
        }
        assert_eq!(events.recv().await, Some("dropped"));
    });
    assert!(begun.elapsed() < LONG);
}

/// Panics when it sends.
struct Broken;

impl HttpClient for Broken {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        let is_for_token = is_for_token(&request);
        Box::pin(async move {
            assert!(is_for_token, "broken");
            Ok(http::Response::new(TOKEN.into()))
        })
    }
}

#[test]
fn a_panic_of_an_http_client_is_an_unknown_outcome() {
    let client: Transport = builder("https://api.example").http_client(Broken).build().unwrap();
    let error = block_on(read_and_cancel(&client)).unwrap_err();
    assert!(matches!(error, Error::Transport(_)) && !error.is_connect(), "{error:?}");
    let cancel = client.send(Call::new(&CANCEL).body("imp_uid", &"imp_1"));
    let error = block_on(cancel).map(drop).unwrap_err();
    let Error::OutcomeUnknown(error) = error else { panic!("{error:?}") };
    assert!(matches!(error.cause, RequestFailure::Transport(_)));
}

/// Panics for every request.
struct AlwaysBroken;

impl HttpClient for AlwaysBroken {
    fn send(&self, _: http::Request<Bytes>) -> HttpFuture<'_> {
        panic!("broken")
    }
}

#[test]
fn a_panic_of_the_token_request_is_an_error() {
    let client: Transport =
        builder("https://api.example").http_client(AlwaysBroken).build().unwrap();
    let error = block_on(read_and_cancel(&client)).unwrap_err();
    assert_eq!(error.operation(), Some("authentication.get_token"));
}

#[test]
fn many_clients_share_a_thread() {
    let (_serving, server) = serve();
    let clients: Vec<_> = (0..50).map(|_| client(&server)).collect();
    for client in &clients {
        block_on(get(client)).unwrap();
    }
    #[cfg(target_os = "linux")]
    {
        let begun = Instant::now();
        // One of an earlier client may be about to end.
        while threads() != 1 {
            assert!(begun.elapsed() < LONG, "{} threads", threads());
            thread::sleep(Duration::from_millis(10));
        }
    }
    drop(clients);
}

#[cfg(target_os = "linux")]
fn threads() -> usize {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    let name = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("comm")).ok();
    let names = tasks.filter_map(|task| name(task.ok()?));
    names.filter(|name| name.trim() == "portone-v1").count()
}
