//! reqwest as the HTTP backend.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/fixture.rs"]
mod fixture;
#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/server.rs"]
mod server;

use std::time::Duration;

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{Error, reqwest};

use fixture::{CANCEL, CHANGE, builder, get, well};
use server::Server;

/// Without TLS, which is the program's to choose.
fn own_client() -> reqwest::Client {
    let builder = reqwest::Client::builder().user_agent("shop/1.0").no_proxy();
    builder.redirect(reqwest::redirect::Policy::none()).build().unwrap()
}

fn client(url: &str) -> Transport {
    builder(url).http_client(own_client()).timeout(Duration::from_secs(1)).build().unwrap()
}

#[tokio::test]
async fn requests_are_sent_with_it() {
    let server = Server::start(well).await;
    let client = client(&server.url());
    get(&client).await.unwrap();
    client.send(Call::new(&CANCEL).body("imp_uid", &"imp_1")).await.unwrap();
    client.send(Call::new(&CHANGE).path("imp_uid", &"주문/1?")).await.unwrap();
    let seen = server.seen();
    assert!(seen.iter().all(|seen| seen.header("user-agent") == Some("shop/1.0")));
    let calls = server.calls();
    let sent: Vec<_> =
        calls.iter().map(|seen| (&*seen.method, &*seen.target, &*seen.body)).collect();
    assert_eq!(
        sent,
        [
            ("GET", "/payments/imp_1", ""),
            ("POST", "/payments/cancel", r#"{"imp_uid":"imp_1"}"#),
            ("PUT", "/vbanks/%EC%A3%BC%EB%AC%B8%2F1%3F", "{}"),
        ]
    );
}

#[tokio::test]
async fn the_timeout_applies() {
    let server = Server::start(|seen| well(seen).after(Duration::from_secs(20))).await;
    let error = get(&client(&server.url())).await.unwrap_err();
    assert!(matches!(error, Error::Token(_)), "{error:?}");
    assert!(!error.is_connect());
}

#[tokio::test]
async fn a_failed_connection_is_not_sent() {
    let url = Server::start(well).await.url();
    tokio::task::yield_now().await;
    let error = get(&client(&url)).await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
}

#[tokio::test]
async fn without_tls_https_is_not_sent() {
    let error = get(&client("https://127.0.0.1:1")).await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
}
