//! Bar codes of convenience stores.

use std::time::Duration;

use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

fn order() -> Value {
    json!({ "channel_key": "channel-key-1", "merchant_uid": "order-1", "amount": 10_000 })
}

async fn issue(shop: &Shop, more: Value) -> Value {
    let mut request = order();
    for (name, value) in more.as_object().unwrap() {
        request[name] = value.clone();
    }
    shop.post("/cvs", request).await.done()
}

#[tokio::test]
async fn a_bar_code_is_issued_and_paid_at_the_counter() {
    let shop = Shop::open().await;
    let issued = issue(&shop, json!({ "name": "표", "expired_at": NOW + 600 })).await;
    assert_eq!((&issued["status"], &issued["pay_method"]), (&json!("ready"), &json!("cvs")));
    assert_eq!((&issued["pg_provider"], &issued["name"]), (&json!("galaxia"), &json!("표")));
    assert_eq!(issued["vbank_date"], NOW + 600);
    let other = issue(&shop, json!({})).await;
    assert_ne!(issued["vbank_num"], other["vbank_num"]);
    let imp_uid = issued["imp_uid"].as_str().unwrap();
    shop.fake.advance(Duration::from_secs(600));
    shop.fake.deposit(imp_uid).unwrap();
    let paid = shop.get(&format!("/payments/{imp_uid}")).await.done();
    assert_eq!((&paid["status"], &paid["paid_at"]), (&json!("paid"), &json!(NOW + 600)));
    shop.post("/cvs", order()).await.refused(200, 1, "이미 결제가 이루어진 거래건입니다.");
}

#[tokio::test]
async fn a_bar_code_of_the_merchant_is_used() {
    let shop = Shop::open().await;
    let issued = issue(&shop, json!({ "barcode": "8801234567890" })).await;
    assert_eq!(issued["vbank_num"], "8801234567890");
    let mut past = order();
    past["expired_at"] = json!(NOW);
    shop.post("/cvs", past).await.refused(200, 1, "expired_at is in the past");
    let mut elsewhere = order();
    elsewhere["channel_key"] = json!("channel-key-nice");
    shop.post("/cvs", elsewhere).await.refused(400, -1, "nice does not support cvs.issue");
}

#[tokio::test]
async fn an_expired_bar_code_is_not_paid() {
    let shop = Shop::open().await;
    let issued = issue(&shop, json!({ "expired_at": NOW + 60 })).await;
    shop.fake.advance(Duration::from_secs(61));
    let late = shop.fake.deposit(issued["imp_uid"].as_str().unwrap()).unwrap_err();
    assert!(late.to_string().contains("past its payment deadline"));
}

#[tokio::test]
async fn a_revoked_bar_code_is_not_paid() {
    let shop = Shop::open().await;
    let issued = issue(&shop, json!({})).await;
    let imp_uid = issued["imp_uid"].as_str().unwrap();
    let path = format!("/cvs/{imp_uid}");
    assert_eq!(shop.delete(&path).await.done()["status"], "cancelled");
    assert!(shop.fake.deposit(imp_uid).unwrap_err().to_string().contains("already cancelled"));
    shop.delete(&path).await.refused(200, 1, "already cancelled");
    shop.delete("/cvs/imp_0").await.refused(200, 1, "존재하지 않는 결제정보입니다.");
}
