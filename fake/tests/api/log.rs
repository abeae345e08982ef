//! The log of requests.

use http::Method;
use serde_json::{Value, json};

use crate::shop::{NOW, Shop};
use portone_v1_fake::Fake;

fn charge(merchant_uid: &str) -> Value {
    json!({
        "merchant_uid": merchant_uid, "amount": 100, "card_number": "9410-1234-5678-9012", "expiry": "2030-12",
    })
}

#[tokio::test]
async fn every_request_is_logged_with_its_response() {
    let shop = Shop::open().await;
    let mut order = charge("order-1");
    order["amuont"] = json!(1);
    shop.post("/subscribe/payments/onetime", order).await.done();
    shop.get("/payments/imp_0?extra=1").await.refused(404, -1, "");
    shop.get("/nowhere").await.refused(404, -1, "");

    let requests = shop.fake.requests();
    let got: Vec<_> = requests
        .iter()
        .map(|one| (one.number(), one.operation(), one.status(), one.code()))
        .collect();
    assert_eq!(
        got,
        [
            (1, Some("authentication.get_token"), Some(200), Some(0)),
            (2, Some("subscribe.pay_once"), Some(200), Some(0)),
            (3, Some("payments.get"), Some(404), Some(-1)),
            (4, None, Some(404), Some(-1)),
        ]
    );
    assert_eq!(
        (requests[1].unknown_parameters(), requests[2].unknown_parameters()),
        (&["amuont".to_owned()][..], &["extra".to_owned()][..])
    );
    assert_eq!((requests[1].method(), requests[1].path()), ("POST", "/subscribe/payments/onetime"));
    assert_eq!(requests[1].values().unwrap()["merchant_uid"], "order-1");
    assert_eq!((requests[2].query(), requests[2].at()), ("extra=1", i64::try_from(NOW).unwrap()));
    assert!(requests[1].header("authorization").unwrap().starts_with("Bearer "));
    assert_eq!(shop.fake.calls("payments.get").len(), 1);
}

#[tokio::test]
async fn debug_shows_no_secret() {
    let shop = Shop::open().await;
    shop.get("/payments/imp_0?_token=top-secret").await.refused(404, -1, "");
    let shown = format!("{:?}", shop.fake.requests());
    for secret in ["imp-secret", "top-secret", "Bearer", "token-1"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(shown.contains("query_length: 17") && shown.contains("status: Some(404)"), "{shown}");
}

#[tokio::test]
async fn the_log_drops_the_oldest_requests_but_counts_all() {
    let shop = Shop::at(Fake::builder().clock_at(NOW).log_limits(5, 1_000_000)).await;
    for _ in 0..9 {
        shop.get("/users/pg").await.done();
    }
    let numbers: Vec<_> = shop.fake.requests().iter().map(|one| one.number()).collect();
    assert_eq!(numbers, [6, 7, 8, 9, 10]);
    assert_eq!(
        (shop.fake.request_count(), shop.fake.call_count("authentication.get_token")),
        (10, 1)
    );
    shop.fake.clear_requests();
    assert_eq!((shop.fake.requests().len(), shop.fake.request_count()), (0, 0));
}

#[tokio::test]
async fn the_log_is_bounded_by_size() {
    let shop = Shop::at(Fake::builder().log_limits(1_000, 100_000)).await;
    for _ in 0..4 {
        shop.send_as(Method::POST, "/payments/prepare", "text/plain", "x".repeat(40_000)).await;
    }
    let lengths: Vec<_> = shop.fake.requests().iter().map(|one| one.body().len()).collect();
    assert_eq!((lengths, shop.fake.request_count()), (vec![40_000; 2], 5));
}

#[tokio::test]
async fn the_log_is_read_over_http() {
    let shop = Shop::open().await;
    shop.post("/payments/prepare", json!({ "merchant_uid": "a", "amount": 5 })).await.done();
    shop.get("/users/pg").await.done();
    let all = shop.get("/_fake/requests?after=1").await.body;
    assert_eq!((&all["count"], all["requests"].as_array().unwrap().len()), (&json!(3), 2));
    let prepared = &all["requests"][0];
    assert_eq!(prepared["operation"], "prepare.register");
    let body: Value = serde_json::from_str(prepared["body"].as_str().unwrap()).unwrap();
    assert_eq!(body, json!({ "amount": 5, "merchant_uid": "a" }));
    assert!(!all.to_string().contains("token-1"));
    let some = shop.get("/_fake/requests?operation=users.list_gateway_settings&limit=1").await.body;
    assert_eq!(some["count"], shop.fake.call_count("users.list_gateway_settings"));
    assert_eq!(shop.delete("/_fake/requests").await.status, 200);
    assert_eq!(shop.get("/_fake/requests").await.body, json!({ "count": 0, "requests": [] }));
}
