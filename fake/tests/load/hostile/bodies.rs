//! Oversized and deeply nested bodies.

use portone_v1_fake::Fake;

use crate::wire::{Wire, lives, request, token};

const PREPARE: &str = "/payments/prepare";

#[tokio::test]
async fn bodies_of_ten_megabytes_are_rejected() {
    let fake = Fake::start().await.unwrap();
    let token = token(&fake).await;
    let mut wire = Wire::open(&fake).await;
    let body = format!(r#"{{"merchant_uid":"{}"}}"#, "x".repeat(10 * 1024 * 1024));
    let refused = wire.ask(&request("POST", PREPARE, &token, &body)).await.unwrap();
    assert_eq!(refused.status, 413);
    // Even the same connection goes on.
    let good = r#"{"merchant_uid":"a","amount":1}"#;
    assert_eq!(wire.ask(&request("POST", PREPARE, &token, good)).await.unwrap().status, 200);
    let logged = &fake.calls("prepare.register")[0];
    assert_eq!((logged.status(), logged.body().len()), (Some(413), 0));
}

#[tokio::test]
async fn an_endless_body_is_cut_off() {
    let fake = Fake::start().await.unwrap();
    let mut wire = Wire::open(&fake).await;
    let head =
        format!("POST {PREPARE} HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n");
    wire.send(head).await;
    let chunk = [b"100000\r\n".as_slice(), &[b'x'; 0x10_0000], b"\r\n"].concat();
    for _ in 0..80 {
        wire.send(&chunk).await;
    }
    // The answer may be lost, as the server hangs up while the client still sends.
    assert!(wire.answer().await.is_none_or(|answer| answer.status == 413));
    assert_eq!(fake.calls("prepare.register")[0].status(), Some(413));
    lives(&fake).await;
}

#[tokio::test]
async fn deeply_nested_json_is_rejected() {
    let fake = Fake::start().await.unwrap();
    let token = token(&fake).await;
    let mut wire = Wire::open(&fake).await;
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let nested = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let whole = format!(r#"{{"merchant_uid":{nested}}}"#);
        for body in [&nested, &whole, &nested[..100_000].to_owned()] {
            let refused = wire.ask(&request("POST", PREPARE, &token, body)).await.unwrap();
            assert_eq!(refused.status, 400);
        }
    }
    let brackets = format!("/payments?imp_uid{}=1", "[a]".repeat(5_000));
    assert_eq!(wire.ask(&request("GET", &brackets, &token, "")).await.unwrap().status, 400);
    lives(&fake).await;
}

#[tokio::test]
async fn numbers_out_of_range_are_rejected() {
    let fake = Fake::start().await.unwrap();
    let token = token(&fake).await;
    let mut wire = Wire::open(&fake).await;
    let digits = "9".repeat(100_000);
    for amount in
        ["1e999999999", "-1e400", "NaN", &digits, "1e-999999", "99999999999999999999999999999999"]
    {
        for amount in [amount.to_owned(), format!("\"{amount}\"")] {
            let body = format!(r#"{{"merchant_uid":"a","amount":{amount}}}"#);
            let refused = wire.ask(&request("POST", PREPARE, &token, &body)).await.unwrap();
            assert_eq!(refused.status, 400, "{}", &amount[..amount.len().min(30)]);
        }
    }
    for (path, body) in [
        ("/_fake/advance", r#"{"seconds":18446744073709551615}"#.to_owned()),
        ("/_fake/webhooks", r#"{"delay":18446744073709551615,"copies":100}"#.to_owned()),
        (
            "/_fake/pay",
            r#"{"merchant_uid":"a","amount":1,"notice_url":"http://127.0.0.1:9"}"#.to_owned(),
        ),
    ] {
        assert_eq!(
            wire.ask(&request("POST", path, "", &body)).await.unwrap().status,
            200,
            "{path}"
        );
    }
    assert_eq!(fake.now(), 253_402_300_799);
    fake.wait_until_idle().await;
}
