//! Connections that are slow, silent or aborted.

use std::time::{Duration, Instant};

use portone_v1_fake::Fake;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use crate::wire::{Wire, lives, request, token};

const PATIENCE: Duration = Duration::from_millis(200);
const DRIP: Duration = Duration::from_millis(20);

async fn impatient() -> Fake {
    Fake::builder().timeout(PATIENCE).start().await.unwrap()
}

/// Sends byte after byte, until the server has had enough.
async fn dribble(wire: &mut Wire, text: &str) {
    let began = Instant::now();
    for byte in text.bytes().cycle() {
        wire.send([byte]).await;
        tokio::time::sleep(DRIP).await;
        if began.elapsed() > 3 * PATIENCE {
            return;
        }
    }
}

#[tokio::test]
async fn a_slow_head_is_cut_off() {
    let fake = impatient().await;
    let mut wire = Wire::open(&fake).await;
    wire.send("GET /users/pg HTTP/1.1\r\nx: ").await;
    dribble(&mut wire, "y").await;
    assert!(wire.answer().await.is_none_or(|answer| answer.status == 408));
    lives(&fake).await;
}

#[tokio::test]
async fn a_slow_body_is_rejected() {
    let fake = impatient().await;
    let mut wire = Wire::open(&fake).await;
    wire.send("POST /payments/prepare HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5000\r\n\r\n")
        .await;
    dribble(&mut wire, "y").await;
    assert_eq!(wire.answer().await.unwrap().status, 408);
    assert_eq!(fake.calls("prepare.register")[0].status(), Some(408));
    lives(&fake).await;
}

#[tokio::test]
async fn silent_connections_are_closed() {
    let fake = impatient().await;
    let mut wire = Wire::open(&fake).await;
    assert!(wire.answer().await.is_none());
    lives(&fake).await;
}

#[tokio::test]
async fn a_half_closed_connection_gets_its_response() {
    let fake = Fake::start().await.unwrap();
    let mut wire = Wire::open(&fake).await;
    wire.send(request("GET", "/users/pg", &token(&fake).await, "")).await;
    wire.stream.shutdown().await.unwrap();
    assert_eq!(wire.answer().await.unwrap().status, 200);
    assert!(wire.answer().await.is_none());
}

#[tokio::test]
async fn an_incomplete_body_is_rejected() {
    let fake = Fake::start().await.unwrap();
    let mut wire = Wire::open(&fake).await;
    wire.send("POST /payments/prepare HTTP/1.1\r\nhost: localhost\r\ncontent-length: 50\r\n\r\n{")
        .await;
    wire.stream.shutdown().await.unwrap();
    assert!(wire.answer().await.is_none_or(|answer| answer.status == 400));
    while fake.request_count() == 0 {
        tokio::time::sleep(DRIP).await;
    }
    assert_eq!(fake.calls("prepare.register")[0].status(), Some(400));
    lives(&fake).await;
}

#[tokio::test]
async fn hundreds_of_aborted_connections_leak_nothing() {
    let fake = Fake::start().await.unwrap();
    let whole = request("GET", "/nowhere", "", "");
    for number in 0..300 {
        let mut wire = Wire::open(&fake).await;
        wire.send(&whole[..number % whole.len()]).await;
        if number % 2 == 0 {
            wire.stream.set_zero_linger().unwrap();
        }
    }
    lives(&fake).await;
}

#[tokio::test]
async fn a_client_that_never_reads_is_disconnected() {
    let fake = Fake::start().await.unwrap();
    let mut wire = Wire::open(&fake).await;
    let many = request("GET", "/_fake/operations", "", "").repeat(100);
    let mut stuck = false;
    for _ in 0..1_000 {
        stuck = timeout(10 * DRIP, wire.stream.write_all(many.as_bytes())).await.is_err();
        if stuck {
            break;
        }
    }
    assert!(stuck, "the server keeps answers of any length in memory");
    lives(&fake).await;
}

#[tokio::test]
async fn invalid_http_is_rejected() {
    let fake = Fake::start().await.unwrap();
    let mut dice = fastrand::Rng::with_seed(1);
    let noise: Vec<_> = (0..100_000).map(|_| dice.u8(..)).collect();
    for bytes in [
        noise.as_slice(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
        b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        b"POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"\r\n\r\n\r\n\0",
    ] {
        let mut wire = Wire::open(&fake).await;
        wire.send(bytes).await;
        // Some wait for more; the client ends it.
        let _ = wire.stream.shutdown().await;
        let answer = wire.answer().await;
        assert!(answer.as_ref().is_none_or(|answer| answer.status >= 400), "{answer:?}");
        lives(&fake).await;
    }
}

#[tokio::test]
async fn unusual_requests_get_responses_in_order() {
    let fake = Fake::start().await.unwrap();
    let mut wire = Wire::open(&fake).await;
    let heads = [
        "OPTIONS * HTTP/1.1",
        "BREW /payments/imp_1 HTTP/1.1",
        "GET http://elsewhere.example/payments/imp_1 HTTP/1.1",
        "GET //payments//imp_1 HTTP/1.1",
        "GET /payments/../_fake/now HTTP/1.1",
        "GET /_fake/%00 HTTP/1.1",
    ];
    let pipeline: String = heads.map(|head| format!("{head}\r\nhost: localhost\r\n\r\n")).concat();
    wire.send(pipeline).await;
    let mut statuses = Vec::new();
    for _ in heads {
        statuses.push(wire.answer().await.unwrap().status);
    }
    assert_eq!(statuses, [404, 405, 403, 404, 404, 404]);
    lives(&fake).await;
}
