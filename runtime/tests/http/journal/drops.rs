//! Futures that are dropped: the question stays open, unless nothing was sent.

use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Wake, Waker};
use std::time::Duration;

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{MemoryJournal, Outcome};

use super::support::{client, client_here, outcome, refund, send};
use crate::fixture::{token, well};
use crate::server::{Reply, Seen, Server};

/// A client on the background thread, or one on this runtime.
type NewClient = fn(&Server, MemoryJournal) -> Transport;

const CLIENTS: [NewClient; 2] = [client, client_here];

/// Drops a call of each client after this time, and expects this outcome and this number of calls that have arrived.
async fn dropped_after<R: Fn(&Seen) -> Reply + Send + Sync + 'static>(
    delay: Duration,
    reply: impl Fn() -> R,
    expected: (Outcome, usize),
) {
    let [one, other] = CLIENTS.map(|client| {
        let server = Server::start(reply());
        async move { dropped(delay, &server.await, client).await }
    });
    let (one, other) = tokio::join!(one, other);
    assert_eq!((&one, &other), (&expected, &expected));
}

/// The outcome of a call that is dropped after this time, and the number of calls that have arrived by the end.
async fn dropped(delay: Duration, server: &Server, client: NewClient) -> (Outcome, usize) {
    let journal = MemoryJournal::new();
    let client = client(server, journal.clone());
    let call = tokio::time::timeout(delay, send(&client, refund()));
    assert!(call.await.is_err(), "it is dropped before it ends");
    let outcome = outcome(&journal).await;
    (outcome, server.calls().len())
}

const LATE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_call_dropped_while_it_waits_for_the_response_is_open() {
    let reply = |seen: &Seen| match seen.is_for_token() {
        true => well(seen),
        false => well(seen).after(LATE),
    };
    dropped_after(Duration::from_millis(700), || reply, (Outcome::Dropped, 1)).await;
}

#[tokio::test]
async fn a_call_dropped_while_it_waits_for_a_token_was_not_sent() {
    let reply = |seen: &Seen| well(seen).after(LATE);
    dropped_after(Duration::from_millis(300), || reply, (Outcome::NotSent, 0)).await;
}

#[tokio::test]
async fn a_call_dropped_while_it_waits_for_a_new_token_was_rejected() {
    let reply = || {
        let asked = AtomicUsize::new(0);
        move |seen: &Seen| match seen.is_for_token() {
            false => Reply::new(401, ""),
            true if asked.fetch_add(1, Ordering::SeqCst) == 0 => token("t", 1800),
            true => well(seen).after(LATE),
        }
    };
    dropped_after(Duration::from_millis(700), reply, (Outcome::Rejected, 1)).await;
}

#[tokio::test]
async fn a_response_that_is_not_decoded_leaves_the_question_open() {
    let (server, journal) = (Server::start(well).await, MemoryJournal::new());
    drop(client(&server, journal.clone()).send(refund()).await.unwrap());
    assert_eq!(outcome(&journal).await, Outcome::Dropped);
}

/// Tells when a future wants to be polled again.
#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Polls the future this many times, each time after it was woken; true if it has ended.
async fn poll_times(mut future: Pin<&mut impl Future>, times: usize) -> bool {
    let woken = Arc::new(Woken::default());
    let waker = Waker::from(Arc::clone(&woken));
    for _ in 0..times {
        if future.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
            return true;
        }
        while !woken.0.swap(false, Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
    false
}

/// A call that is dropped at each of its await points: what was not sent never arrives, and what has arrived is
/// open or has the outcome of its response.
#[tokio::test]
async fn a_call_can_be_dropped_at_every_await_point() {
    for client in CLIENTS {
        drop_at_every_await_point(client).await;
    }
}

/// Once more if one was passed over, because a busy machine had done two steps between two polls.
async fn drop_at_every_await_point(client: NewClient) {
    let mut outcomes = Vec::new();
    for _ in 0..10 {
        outcomes.extend(outcomes_at_every_await_point(client).await);
        let is_seen = |expected| outcomes.contains(expected);
        if [Outcome::NotSent, Outcome::Dropped, Outcome::Done].iter().all(is_seen) {
            return;
        }
    }
    panic!("an outcome is missing: {outcomes:?}");
}

async fn outcomes_at_every_await_point(client: NewClient) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for times in 1.. {
        let server = Server::start(|seen| match seen.is_for_token() {
            true => well(seen),
            // Not in the same poll in which the request is sent.
            false => well(seen).after(Duration::from_millis(20)),
        });
        let (server, journal) = (server.await, MemoryJournal::new());
        let client = client(&server, journal.clone());
        let has_ended = poll_times(pin!(send(&client, refund())), times).await;
        let outcome = outcome(&journal).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        let arrived = server.calls().len();
        assert!(outcome != Outcome::NotSent || arrived == 0, "sent after all at {times}");
        assert!(matches!(outcome, Outcome::NotSent | Outcome::Dropped | Outcome::Done));
        outcomes.push(outcome);
        if has_ended {
            break;
        }
    }
    outcomes
}

/// A runtime that ends drops its tasks: the outcomes are recorded nevertheless.
#[test]
fn a_runtime_that_ends_leaves_the_question_open() {
    let journal = MemoryJournal::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let others = tokio::runtime::Runtime::new().unwrap();
    let server = others.block_on(Server::start(|seen| match seen.is_for_token() {
        true => well(seen),
        false => well(seen).after(LATE),
    }));
    let client = client(&server, journal.clone());
    runtime.spawn(async move { send(&client, refund()).await.map(drop) });
    while server.calls().is_empty() {
        std::thread::sleep(Duration::from_millis(5));
    }
    runtime.shutdown_background();
    assert_eq!(others.block_on(outcome(&journal)), Outcome::Dropped);
}
