//! One client in several async runtimes, in unusual ones, and in none.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{CallOptions, Error, RetryPolicy};
use tokio::runtime::{Builder, Runtime};

use crate::fixture::{CANCEL, builder, get, token, well};
use crate::server::{Reply, Server};

const LONG: Duration = Duration::from_secs(30);

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
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
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
    let client: Transport = builder(&busy.url()).retry(RetryPolicy::new()).build().unwrap();
    block_on(get(&client)).unwrap_err();
    assert_eq!(busy.calls().len(), 3);
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
