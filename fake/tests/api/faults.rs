//! Injected faults.

mod choice;

use std::time::{Duration, Instant};

use portone_v1_fake::Fault;
use serde_json::{Value, json};

use crate::shop::{Received, Shop};

const CHARGE: &str = "/subscribe/payments/onetime";

fn charge(merchant_uid: &str) -> Value {
    json!({
        "merchant_uid": merchant_uid, "amount": 100, "card_number": "9410-1234-5678-9012", "expiry": "2030-12",
    })
}

async fn try_charge(shop: &Shop, merchant_uid: &str) -> Result<Received, String> {
    shop.try_post(CHARGE, charge(merchant_uid)).await
}

async fn is_charged(shop: &Shop, merchant_uid: &str) -> bool {
    shop.get(&format!("/payments/find/{merchant_uid}")).await.status == 200
}

fn envelope(received: &Received) -> Value {
    serde_json::from_slice(&received.body).unwrap()
}

#[tokio::test]
async fn a_reset_before_execution_charges_nothing() {
    let shop = Shop::open().await;
    shop.fake.inject(Fault::reset_before().on("subscribe.pay_once")).unwrap();
    let error = try_charge(&shop, "order-1").await.unwrap_err();
    assert!(error.contains("reset"), "{error}");
    assert!(!is_charged(&shop, "order-1").await);
    let lost = shop.fake.calls("subscribe.pay_once").remove(0);
    assert_eq!((lost.status(), lost.code(), lost.fault()), (None, None, Some("reset_before")));
    assert_eq!(try_charge(&shop, "order-1").await.unwrap().status, 200);
}

#[tokio::test]
async fn a_lost_response_belongs_to_an_executed_call() {
    let shop = Shop::open().await;
    shop.fake.lose_next_response("subscribe.*").unwrap();
    let error = try_charge(&shop, "order-1").await.unwrap_err();
    assert!(error.contains("reset"), "{error}");
    assert!(is_charged(&shop, "order-1").await);
    assert!(shop.fake.faults().is_empty());
}

#[tokio::test]
async fn a_truncated_response_is_shorter_than_its_content_length() {
    let shop = Shop::open().await;
    shop.fake.inject(Fault::truncated()).unwrap();
    let error = try_charge(&shop, "order-1").await.unwrap_err();
    assert!(error.contains("end of file") || error.contains("closed"), "{error}");
    let cut = shop.fake.calls("subscribe.pay_once").remove(0);
    assert_eq!((cut.status(), cut.code()), (Some(200), None));
    assert!(is_charged(&shop, "order-1").await);
}

#[tokio::test]
async fn garbage_is_neither_json_nor_text() {
    let shop = Shop::open().await;
    shop.fake.inject(Fault::garbage()).unwrap();
    let garbage = try_charge(&shop, "order-1").await.unwrap();
    assert_eq!(garbage.status, 200);
    assert_eq!(garbage.headers["content-type"], "application/json; charset=utf-8");
    assert!(serde_json::from_slice::<Value>(&garbage.body).is_err());
    assert!(std::str::from_utf8(&garbage.body).is_err());
    assert!(is_charged(&shop, "order-1").await);
}

#[tokio::test]
async fn errors_are_returned_with_and_without_execution() {
    let shop = Shop::open().await;
    for (fault, status, code, is_done) in [
        (Fault::status(503), 503, -1, false),
        (Fault::status_after(504), 504, -1, true),
        (Fault::unauthorized(), 401, -1, false),
        (Fault::api_error(-7, "no such luck"), 200, -7, false),
        (Fault::too_many_requests(3), 429, -1, false),
    ] {
        let order = format!("order-{status}-{code}");
        shop.fake.inject(fault.clone()).unwrap();
        let answer = try_charge(&shop, &order).await.unwrap();
        assert_eq!((answer.status, &envelope(&answer)["code"]), (status, &json!(code)), "{fault}");
        assert_eq!(answer.headers.get("retry-after").is_some(), status == 429);
        assert_eq!(is_charged(&shop, &order).await, is_done, "{fault}");
    }
}

#[tokio::test]
async fn a_delayed_response_is_complete() {
    let shop = Shop::open().await;
    let delay = Duration::from_millis(60);
    shop.fake.inject(Fault::latency(delay)).unwrap();
    let before = Instant::now();
    assert_eq!(try_charge(&shop, "order-1").await.unwrap().status, 200);
    assert!(before.elapsed() >= delay);
    assert_eq!(shop.fake.calls("subscribe.pay_once")[0].fault(), Some("latency"));
}

#[tokio::test]
async fn a_client_timeout_does_not_cancel_the_charge() {
    let shop = Shop::open().await;
    shop.fake.inject(Fault::latency(Duration::from_secs(3_600))).unwrap();
    let waited = tokio::time::timeout(Duration::from_millis(100), try_charge(&shop, "order-1"));
    assert!(waited.await.is_err());
    assert!(is_charged(&shop, "order-1").await);
}

#[tokio::test]
async fn partial_success_fails_the_last_item() {
    let shop = Shop::open().await;
    for order in ["a", "b"] {
        shop.post(CHARGE, charge(order)).await.done();
    }
    shop.fake.inject(Fault::partial().on("payments.list").times(2)).unwrap();
    let both = shop.get("/payments?merchant_uid[]=a&merchant_uid[]=b").await;
    assert_eq!(both.status, 207);
    assert_eq!(both.body["response"].as_array().unwrap().len(), 1);
    assert_eq!(both.body["failed"][0]["merchant_uid"], "b");
    let only = shop.get("/payments?merchant_uid[]=a").await;
    assert_eq!((only.status, &only.body["response"]), (207, &json!([])));
    let logged = shop.fake.calls("payments.list");
    assert_eq!((logged[0].fault(), logged[0].code()), (Some("partial"), Some(0)));
    shop.fake.inject(Fault::partial()).unwrap();
    shop.get("/payments").await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    assert_eq!(shop.fake.calls("payments.list")[2].fault(), None);
    shop.get("/payments?merchant_uid[]=a").await.done();
}
