//! Deliveries of escrow payments.

use std::time::Duration;

use portone_v1_fake::Buyer;
use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

fn delivery(invoice: &str) -> Value {
    let somebody = json!({ "name": "홍길동", "tel": "1", "addr": "서울", "postcode": "04524" });
    json!({
        "sender": somebody, "receiver": somebody,
        "logis": { "company": "CJGLS", "invoice": invoice, "sent_at": NOW - 60 },
    })
}

fn held(shop: &Shop, gateway: &str) -> String {
    shop.fake
        .pay(Buyer::new(format!("order-{gateway}"), 1_000).at(gateway).with("escrow", true))
        .unwrap()
}

#[tokio::test]
async fn a_delivery_is_registered_once_and_then_changed() {
    let shop = Shop::open().await;
    let path = format!("/escrows/logis/{}", held(&shop, "html5_inicis"));
    shop.get(&path).await.refused(409, -1, "has no delivery");
    shop.put(&path, delivery("1")).await.refused(409, -1, "has no delivery");
    let first = shop.post(&path, delivery("1")).await.done();
    let expected =
        json!({ "company": "CJGLS", "invoice": "1", "sent_at": NOW - 60, "applied_at": NOW });
    assert_eq!(first, expected);
    shop.post(&path, delivery("2")).await.refused(409, -1, "already has a delivery");
    shop.fake.advance(Duration::from_secs(60));
    let second = shop.put(&path, delivery("2")).await.done();
    assert_eq!((&second["invoice"], &second["applied_at"]), (&json!("2"), &json!(NOW)));
    assert_eq!(shop.get(&path).await.done(), second);
}

#[tokio::test]
async fn only_escrow_payments_accept_a_delivery() {
    let shop = Shop::open().await;
    let free = shop.fake.pay(Buyer::new("order-2", 1_000)).unwrap();
    let path = format!("/escrows/logis/{free}");
    shop.post(&path, delivery("1")).await.refused(409, -1, "not a paid escrow payment");
    let imp_uid = held(&shop, "html5_inicis");
    shop.post("/payments/cancel", json!({ "imp_uid": imp_uid })).await.done();
    let path = format!("/escrows/logis/{imp_uid}");
    shop.post(&path, delivery("1")).await.refused(409, -1, "not a paid escrow payment");
    let path = "/escrows/logis/imp_0";
    shop.get(path).await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    shop.put(path, delivery("1")).await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    shop.post(path, delivery("1")).await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    shop.delete(path).await.refused(405, -1, "POST");
}

#[tokio::test]
async fn gateways_require_different_parameters() {
    let shop = Shop::open().await;
    let path = format!("/escrows/logis/{}", held(&shop, "html5_inicis"));
    let mut nameless = delivery("1");
    nameless["sender"]["name"] = Value::Null;
    shop.post(&path, nameless).await.refused(400, -1, "sender.name is missing");
    let path = format!("/escrows/logis/{}", held(&shop, "kakaopay"));
    shop.post(&path, delivery("1")).await.refused(400, -1, "kakaopay does not support");
    let path = format!("/escrows/logis/{}", held(&shop, "nice_v2"));
    shop.post(&path, delivery("1")).await.done();
    shop.put(&path, delivery("2")).await.refused(400, -1, "nice_v2 does not support");
}

#[tokio::test]
async fn one_gateway_locks_a_delivery_for_an_hour() {
    let mut shop = Shop::open().await;
    let path = format!("/escrows/logis/{}", held(&shop, "ksnet"));
    shop.post(&path, delivery("1")).await.done();
    shop.fake.advance(Duration::from_secs(3_599));
    shop.log_in().await;
    shop.put(&path, delivery("2")).await.refused(409, -1, "one hour");
    shop.fake.advance(Duration::from_secs(1));
    assert_eq!(shop.put(&path, delivery("2")).await.done()["invoice"], "2");
}
