//! Invalid UTF-8, and oversized heads and forms.

use portone_v1_fake::Fake;

use crate::wire::{Wire, lives, request, token};

fn form(body: &[u8], token: &str) -> Vec<u8> {
    let head = format!(
        "POST /payments/prepare HTTP/1.1\r\nhost: localhost\r\nauthorization: {token}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

#[tokio::test]
async fn invalid_utf_8_is_rejected_everywhere() {
    let fake = Fake::start().await.unwrap();
    let token = token(&fake).await;
    let mut wire = Wire::open(&fake).await;
    for path in ["/payments/%FF%FE", "/payments?imp_uid[]=%FF", "/payments?%FF=1", "/%C3%28"] {
        let refused = wire.ask(&request("GET", path, &token, "")).await.unwrap();
        assert!([400, 404].contains(&refused.status), "{path}: {refused:?}");
    }
    for body in [b"merchant_uid=%FF&amount=1".as_slice(), b"merchant_uid=\xff&amount=1"] {
        wire.send(form(body, &token)).await;
        assert_eq!(wire.answer().await.unwrap().status, 400);
    }
    let good = request("POST", "/payments/prepare", &token, r#"{"merchant_uid":"?","amount":1}"#);
    let bad: Vec<_> = good.bytes().map(|byte| if byte == b'?' { 0xff } else { byte }).collect();
    wire.send(bad).await;
    assert_eq!(wire.answer().await.unwrap().status, 400);
    lives(&fake).await;
}

#[tokio::test]
async fn bytes_invalid_in_a_uri_end_the_connection() {
    let fake = Fake::start().await.unwrap();
    for start in
        ["GET /payments/\u{ff} HTTP/1.1\r\n", "GET /pay\0ments HTTP/1.1\r\n", "GET  / HTTP/9.9\r\n"]
    {
        let mut wire = Wire::open(&fake).await;
        wire.send(format!("{start}host: localhost\r\n\r\n")).await;
        let answer = wire.answer().await;
        assert!(answer.as_ref().is_none_or(|answer| answer.status >= 400), "{start}: {answer:?}");
    }
    lives(&fake).await;
}

#[tokio::test]
async fn huge_heads_are_rejected() {
    let fake = Fake::start().await.unwrap();
    let one = format!("x: {}\r\n", "y".repeat(1024 * 1024));
    let many: String = (0..5_000).map(|number| format!("x-{number}: y\r\n")).collect();
    for headers in [one, many] {
        let mut wire = Wire::open(&fake).await;
        let request = format!("GET /users/pg HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n");
        // The server hangs up while the client still sends, so the answer may be lost.
        assert!(wire.ask(&request).await.is_none_or(|answer| answer.status == 431));
    }
    let mut wire = Wire::open(&fake).await;
    let long = request("GET", &format!("/payments/{}", "x".repeat(70_000)), "", "");
    assert!(wire.ask(&long).await.is_none_or(|answer| answer.status == 414));
    lives(&fake).await;
}

#[tokio::test]
async fn thousands_of_parameters_are_read() {
    let fake = Fake::start().await.unwrap();
    let token = token(&fake).await;
    let mut wire = Wire::open(&fake).await;
    let query: String = (0..8_000).map(|number| format!("&p{number}")).collect();
    let path = format!("/users/pg?x=1{query}");
    assert_eq!(wire.ask(&request("GET", &path, &token, "")).await.unwrap().status, 200);
    assert_eq!(fake.requests()[1].unknown_parameters().len(), 8_001);

    let form_body: String = (0..100_000).map(|number| format!("p{number}=1&")).collect();
    wire.send(form(form_body.as_bytes(), &token)).await;
    assert_eq!(wire.answer().await.unwrap().status, 400);
    let list: String = (0..30_000).map(|number| format!("merchant_uid[{number}]=1&")).collect();
    wire.send(form(list.as_bytes(), &token)).await;
    assert_eq!(wire.answer().await.unwrap().status, 400);
    for path in [
        "/payments?imp_uid[18446744073709551615]=1",
        "/payments?imp_uid[4294967295]=1&imp_uid[]=2",
        "/payments?imp_uid[=1&]=2&[]=3",
    ] {
        let answer = wire.ask(&request("GET", path, &token, "")).await.unwrap();
        assert!((400..500).contains(&answer.status), "{path}: {answer:?}");
    }
    lives(&fake).await;
}

#[tokio::test]
async fn duplicate_headers_are_logged_twice() {
    let fake = Fake::start().await.unwrap();
    let mut wire = Wire::open(&fake).await;
    wire.send("GET /nowhere HTTP/1.1\r\nhost: localhost\r\nx-a: 1\r\nx-a: \u{ff}\r\n\r\n").await;
    assert_eq!(wire.answer().await.unwrap().status, 404);
    let requests = fake.requests();
    let values: Vec<_> = requests[0].headers().get_all("x-a").iter().collect();
    assert_eq!(values, [b"1".as_slice(), "\u{ff}".as_bytes()]);
}
