//! HTTP backends that never answer, or panic.

use std::future::pending;
use std::time::{Duration, Instant};

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{Bytes, Error, HttpClient, HttpFuture, RequestFailure, http};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::fixture::{CANCEL, builder, get};
use crate::runtimes::block_on;

const LONG: Duration = Duration::from_secs(30);
const TOKEN: &str = r#"{"code":0,"response":{"access_token":"t","now":0,"expired_at":1800}}"#;

fn is_for_token(request: &http::Request<Bytes>) -> bool {
    request.uri().path() == "/users/getToken"
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
    block_on(async {
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
    let error = block_on(get(&client)).unwrap_err();
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
    let error = block_on(get(&client)).unwrap_err();
    assert_eq!(error.operation(), Some("authentication.get_token"));
}
