//! Virtual accounts.

use std::time::Duration;

use portone_v1_fake::Buyer;
use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

fn order() -> Value {
    json!({
        "channel_key": "channel-key-1", "merchant_uid": "order-1", "amount": 10_000,
        "vbank_code": "088", "vbank_due": NOW + 86_400, "vbank_holder": "표 가게", "name": "표 두 장",
    })
}

#[tokio::test]
async fn an_issued_account_is_ready_and_has_the_requests_values() {
    let shop = Shop::open().await;
    let issued = shop.post("/vbanks", order()).await.done();
    assert_eq!(issued["status"], "ready");
    assert_eq!((&issued["amount"], &issued["cancel_amount"]), (&json!(10_000), &json!(0)));
    assert_eq!(
        (&issued["vbank_name"], &issued["vbank_holder"]),
        (&json!("신한은행"), &json!("표 가게"))
    );
    assert_eq!((&issued["vbank_issued_at"], &issued["paid_at"]), (&json!(NOW), &json!(0)));
    assert_eq!(issued.get("sandbox"), None);
    let path = format!("/payments/{}", issued["imp_uid"].as_str().unwrap());
    assert_eq!(shop.get(&path).await.done(), issued);
}

#[tokio::test]
async fn gateways_have_rules_of_their_own() {
    let shop = Shop::open().await;
    let mut request = order();
    request["channel_key"] = json!("channel-key-html5_inicis");
    let refused = shop.post("/vbanks", request.clone()).await;
    refused.refused(400, -1, "buyer_name is missing; html5_inicis requires it");
    request["channel_key"] = json!("channel-key-kcp");
    shop.post("/vbanks", request.clone()).await.refused(
        400,
        -1,
        "kcp does not support vbanks.issue",
    );
    request["channel_key"] = json!("another channel");
    shop.post("/vbanks", request).await.refused(400, -1, "no channel");
}

#[tokio::test]
async fn a_revoked_account_stays_closed() {
    let shop = Shop::open().await;
    let issued = shop.post("/vbanks", order()).await.done();
    let path = format!("/vbanks/{}", issued["imp_uid"].as_str().unwrap());
    let dearer = shop.put(&path, json!({ "amount": 15_000 })).await.done();
    assert_eq!((&dearer["amount"], &dearer["vbank_date"]), (&json!(15_000), &issued["vbank_date"]));
    assert_eq!(shop.delete(&path).await.done()["status"], "cancelled");
    shop.delete(&path).await.refused(400, -1, "is already cancelled");
    shop.put(&path, json!({ "amount": 1 })).await.refused(400, -1, "is already cancelled");
    shop.delete("/vbanks/imp_0").await.refused(404, -1, "존재하지 않는 결제정보입니다.");
}

#[tokio::test]
async fn a_paid_account_accepts_no_further_deposit() {
    let shop = Shop::open().await;
    let issued = shop.post("/vbanks", order()).await.done();
    let imp_uid = issued["imp_uid"].as_str().unwrap();
    shop.fake.advance(Duration::from_secs(60));
    shop.fake.deposit(imp_uid).unwrap();
    let paid = shop.get(&format!("/payments/{imp_uid}")).await.done();
    assert_eq!((&paid["status"], &paid["paid_at"]), (&json!("paid"), &json!(NOW + 60)));
    assert!(shop.fake.deposit(imp_uid).unwrap_err().to_string().contains("already paid"));
}

#[tokio::test]
async fn an_expired_account_accepts_no_deposit() {
    let shop = Shop::open().await;
    let issued = shop.post("/vbanks", order()).await.done();
    let imp_uid = issued["imp_uid"].as_str().unwrap();
    shop.fake.advance(Duration::from_secs(86_401));
    assert!(
        shop.fake.deposit(imp_uid).unwrap_err().to_string().contains("past its payment deadline")
    );
    let path = format!("/vbanks/{imp_uid}");
    shop.put(&path, json!({ "vbank_due": NOW + 90_000 })).await.refused(401, -1, "expired");
}

#[tokio::test]
async fn banks_have_the_codes_of_their_gateway() {
    let shop = Shop::open().await;
    let mut request = order();
    request["channel_key"] = json!("channel-key-html5_inicis");
    request["buyer_name"] = json!("홍길동");
    request["buyer_email"] = json!("gil@buyer.example");
    let refused = shop.post("/vbanks?pg_api_key=key", request.clone()).await;
    refused.refused(400, -1, "vbank_code has the code 088, which html5_inicis does not have");
    request["vbank_code"] = json!("88");
    let issued = shop.post("/vbanks?pg_api_key=key", request.clone()).await.done();
    assert_eq!((&issued["vbank_code"], &issued["vbank_name"]), (&json!("088"), &json!("신한은행")));

    // The docs list no codes for this gateway: it has the standard ones.
    request["channel_key"] = json!("channel-key-ksnet");
    request["merchant_uid"] = json!("order-2");
    request["product_type"] = json!("real");
    request.as_object_mut().unwrap().remove("vbank_holder");
    let refused = shop.post("/vbanks", request.clone()).await;
    refused.refused(400, -1, "vbank_code has the code 88, which ksnet does not have");
    request["vbank_code"] = json!("088");
    assert_eq!(shop.post("/vbanks", request).await.done()["vbank_code"], "088");
}

#[tokio::test]
async fn refunds_name_the_bank_by_the_code_of_the_payment_s_gateway() {
    let shop = Shop::open().await;
    let pay = Buyer::new("order-1", 1_000).at("kcp");
    shop.fake.pay(pay).unwrap();
    let mut refund = json!({ "merchant_uid": "order-1", "amount": 400, "refund_bank": "088" });
    let refused = shop.post("/payments/cancel", refund.clone()).await;
    refused.refused(400, -1, "refund_bank has the code 088, which kcp does not have");
    refund["refund_bank"] = json!("BK88");
    assert_eq!(shop.post("/payments/cancel", refund).await.done()["cancel_amount"], 400);
}
