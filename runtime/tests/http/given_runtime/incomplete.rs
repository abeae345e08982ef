//! Runtimes that lack timers or I/O, and HTTP clients that panic.

use std::time::{Duration, Instant};

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{Bytes, Error, HttpBody, HttpClient, HttpFuture, http};
use tokio::runtime::Builder;

use super::{LONG, cancel, client, multi_thread, patient, serve_after};
use crate::fixture::get;
use crate::runtimes::block_on;

/// An error, and no panic, before anything is sent.
#[test]
fn a_runtime_without_timers_or_sockets_is_an_error() {
    let (_serving, server) = serve_after(Duration::ZERO);
    let nothing = Builder::new_multi_thread().worker_threads(1).build().unwrap();
    let timers = Builder::new_multi_thread().worker_threads(1).enable_time().build().unwrap();
    let io = Builder::new_multi_thread().worker_threads(1).enable_io().build().unwrap();
    let begun = Instant::now();
    for runtime in [nothing, timers, io] {
        let client = client(&server, &runtime);
        for result in [runtime.block_on(cancel(&client)), block_on(cancel(&client))] {
            let error = result.unwrap_err();
            let Error::Token(token) = &error else { panic!("{error:?}") };
            assert!(!token.after_unauthorized);
        }
    }
    assert!(begun.elapsed() < LONG && server.seen().is_empty());
}

/// Panics for every request but those for tokens.
struct Broken;

impl HttpClient for Broken {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        let token = r#"{"code":0,"response":{"access_token":"t","now":0,"expired_at":1800}}"#;
        assert_eq!(request.uri().path(), "/users/getToken", "broken");
        Box::pin(async move { Ok(http::Response::new(HttpBody::from(token))) })
    }
}

#[test]
fn a_panic_of_an_http_client_is_an_unknown_outcome() {
    let runtime = multi_thread();
    let builder = patient("https://api.example").runtime(runtime.handle().clone());
    let client: Transport = builder.http_client(Broken).build().unwrap();
    let error = runtime.block_on(get(&client)).unwrap_err();
    assert!(matches!(&error, Error::Transport(_)) && !error.is_connect(), "{error:?}");
    let error = runtime.block_on(cancel(&client)).unwrap_err();
    assert!(matches!(error, Error::OutcomeUnknown(_)), "{error:?}");
}
