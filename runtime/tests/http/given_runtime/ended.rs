//! Calls on a runtime that has ended, or ends while they wait.

use std::io::Read;
use std::net::TcpListener;
use std::thread;
use std::time::{Duration, Instant};

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{
    Error, MemoryJournal, Outcome, ReconcilePolicy, RequestFailure, RetryPolicy,
};
use tokio::runtime::Runtime;

use super::{LONG, cancel, client, current_thread, multi_thread, patient, serve_after};
use crate::fixture::{KEY, SECRET, get};
use crate::journal::support::{outcome, refund, send};
use crate::runtimes::block_on;
use crate::server::{Server, closed_port};

fn assert_not_sent(error: Error) {
    assert!(matches!(&error, Error::Transport(_)) && error.is_connect(), "{error:?}");
    assert!(error.to_string().contains("nothing was sent"), "{error}");
}

#[test]
fn nothing_is_sent_after_the_end() {
    let (_serving, server) = serve_after(Duration::ZERO);
    for runtime in [current_thread(), multi_thread()] {
        let client = client(&server, &runtime);
        runtime.block_on(cancel(&client)).unwrap();
        let sent = server.seen().len();
        drop(runtime);
        assert_not_sent(block_on(cancel(&client)).unwrap_err());
        assert_not_sent(multi_thread().block_on(cancel(&client)).unwrap_err());
        assert_not_sent(block_on(get(&client)).unwrap_err());
        assert_eq!(server.seen().len(), sent);
    }
}

#[test]
fn a_first_call_after_the_end_has_no_token() {
    let (_serving, server) = serve_after(Duration::ZERO);
    let runtime = multi_thread();
    let client = client(&server, &runtime);
    drop(runtime);
    let error = block_on(cancel(&client)).unwrap_err();
    let Error::Token(token) = &error else { panic!("{error:?}") };
    assert!(token.to_string().contains("nothing was sent"), "{token}");
    assert!(server.seen().is_empty());
}

/// Ends the runtime once the server has the call.
fn end_during(runtime: Runtime, server: &Server, calls: usize) {
    while server.calls().len() < calls {
        thread::sleep(Duration::from_millis(5));
    }
    runtime.shutdown_background();
}

#[test]
fn a_request_that_was_sent_before_the_end_has_an_unknown_outcome() {
    let (_serving, server) = serve_after(LONG);
    let runtime = multi_thread();
    let client = client(&server, &runtime);
    let begun = Instant::now();
    thread::scope(|scope| {
        let cancelling = scope.spawn(|| block_on(cancel(&client)).unwrap_err());
        let reading = scope.spawn(|| block_on(get(&client)).unwrap_err());
        end_during(runtime, &server, 2);
        let error = cancelling.join().unwrap();
        let Error::OutcomeUnknown(unknown) = &error else { panic!("{error:?}") };
        assert!(matches!(unknown.cause, RequestFailure::Transport(_)), "{unknown:?}");
        let error = reading.join().unwrap();
        assert!(matches!(&error, Error::Transport(_)) && !error.is_connect(), "{error:?}");
    });
    assert!(begun.elapsed() < LONG);
}

/// A server that accepts connections, and never answers the handshake of TLS.
#[test]
fn a_call_ends_that_is_connecting_at_the_end() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", silent.local_addr().unwrap());
    let runtime = multi_thread();
    let builder = patient(&url).connect_timeout(LONG).runtime(runtime.handle().clone());
    let client: Transport = builder.build().unwrap();
    let begun = Instant::now();
    thread::scope(|scope| {
        let calling = scope.spawn(|| block_on(cancel(&client)).unwrap_err());
        let (mut stream, _) = silent.accept().unwrap();
        stream.read_exact(&mut [0; 1]).unwrap();
        runtime.shutdown_background();
        let error = calling.join().unwrap();
        assert!(matches!(&error, Error::Token(token) if !token.after_unauthorized), "{error:?}");
    });
    assert!(begun.elapsed() < LONG);
}

#[test]
fn a_retry_does_not_wait_for_a_runtime_that_has_ended() {
    let runtime = multi_thread();
    let closed = {
        let _context = runtime.enter();
        closed_port()
    };
    let url = format!("http://{}", closed.local_addr().unwrap());
    let policy = RetryPolicy::new().max_attempts(1000).initial_delay(LONG / 2);
    let builder = patient(&url).retry(policy).runtime(runtime.handle().clone());
    let client: Transport = builder.build().unwrap();
    let begun = Instant::now();
    thread::scope(|scope| {
        let calling = scope.spawn(|| block_on(get(&client)).unwrap_err());
        thread::sleep(Duration::from_millis(300));
        runtime.shutdown_background();
        calling.join().unwrap();
    });
    assert!(begun.elapsed() < LONG / 3);
}

#[test]
fn reconciliation_ends_with_the_runtime() {
    let (serving, server) = serve_after(Duration::ZERO);
    let lost = serving.block_on(crate::fixture::server(502, "<html>"));
    let error = block_on(cancel_with_read(&patient(&lost.url()).build().unwrap())).unwrap_err();
    assert!(matches!(error, Error::OutcomeUnknown(_)), "{error:?}");
    let runtime = multi_thread();
    let policy = ReconcilePolicy::new().deadline(LONG);
    let builder = patient(&server.url()).reconcile(policy).runtime(runtime.handle().clone());
    let client: Transport = builder.credentials(KEY, SECRET).build().unwrap();
    drop(runtime);
    let begun = Instant::now();
    block_on(client.reconcile(&error)).unwrap_err();
    assert!(begun.elapsed() < LONG / 3);
    assert!(server.seen().is_empty());
}

async fn cancel_with_read(client: &Transport) -> Result<(), Error> {
    client.send(refund()).await?.decode_empty()
}

/// The journal's work does not belong to the runtime.
#[test]
fn outcomes_are_recorded_during_and_after_the_end() {
    let (serving, server) = serve_after(LONG);
    let runtime = multi_thread();
    let journal = MemoryJournal::new();
    let builder = patient(&server.url()).runtime(runtime.handle().clone());
    let client: Transport = builder.journal(journal.clone()).build().unwrap();
    let clone = client.clone();
    runtime.spawn(async move { send(&clone, refund()).await.map(drop) });
    end_during(runtime, &server, 1);
    assert_eq!(serving.block_on(outcome(&journal)), Outcome::Dropped);
    assert_not_sent(block_on(send(&client, refund())).unwrap_err());
    let outcomes: Vec<_> = journal.entries().iter().map(|entry| entry.outcome).collect();
    assert_eq!(outcomes, [Some(Outcome::Dropped), Some(Outcome::NotSent)]);
}
