//! Sub-merchants and the requests for them.

use serde_json::json;

use crate::shop::Shop;

#[tokio::test]
async fn a_sub_merchant_is_registered_renamed_and_deleted() {
    let shop = Shop::open().await;
    let named = |name: &str| json!({ "tier_code": "A01", "tier_name": name });
    shop.get("/tiers/A01").await.refused(404, -1, "no sub-merchant A01");
    let name = json!({ "tier_name": "가게" });
    assert_eq!(shop.post("/tiers/A01", name.clone()).await.done(), named("가게"));
    shop.post("/tiers/A01", name.clone()).await.refused(400, -1, "A01 already exists");
    assert_eq!(shop.get("/tiers/A01").await.done(), named("가게"));
    let other = json!({ "tier_name": "서점" });
    assert_eq!(shop.put("/tiers/A01", other.clone()).await.done(), named("서점"));
    assert_eq!(shop.delete("/tiers/A01").await.done(), named("서점"));
    shop.delete("/tiers/A01").await.refused(404, -1, "no sub-merchant A01");
    shop.put("/tiers/A01", other).await.refused(404, -1, "no sub-merchant A01");
    shop.post("/tiers/A02", json!({})).await.refused(400, -1, "tier_name is missing");
    for code in ["a01", "A1", "A001", "%EA%B0%80"] {
        let refused = shop.post(&format!("/tiers/{code}"), name.clone()).await;
        refused.refused(400, -1, "an uppercase letter or a digit");
    }
}

#[tokio::test]
async fn every_sub_merchant_has_its_own_state() {
    let mut shop = Shop::open().await;
    shop.fake.add_tier("A01", "가게").unwrap();
    let prepare = json!({ "merchant_uid": "order-1", "amount": 500 });
    shop.tier = "A01";
    shop.post("/payments/prepare", prepare.clone()).await.done();
    let card = json!({ "merchant_uid": "order-1", "amount": 500, "card_number": "9410-1234-5678-9012", "expiry": "2030-12" });
    let paid = shop.post("/subscribe/payments/onetime", card).await.done();
    let path = format!("/payments/{}", paid["imp_uid"].as_str().unwrap());
    shop.get(&path).await.done();
    shop.tier = "";
    shop.get(&path).await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    shop.get("/payments/prepare/order-1").await.refused(
        404,
        -1,
        "사전등록된 결제정보가 존재하지 않습니다.",
    );
    shop.post("/payments/prepare", prepare).await.done();
}

#[tokio::test]
async fn an_unknown_sub_merchant_is_rejected() {
    let mut shop = Shop::open().await;
    shop.tier = "A01";
    let refused = shop.get("/payments/prepare/order-1").await;
    refused.refused(400, -1, "no sub-merchant A01");
    // Sub-merchants are the merchant's own, whoever asks.
    shop.post("/tiers/A01", json!({ "tier_name": "가게" })).await.done();
    shop.get("/payments/prepare/order-1").await.refused(
        404,
        -1,
        "사전등록된 결제정보가 존재하지 않습니다.",
    );
    shop.delete("/tiers/A01").await.done();
    shop.get("/payments/prepare/order-1").await.refused(400, -1, "no sub-merchant A01");
}

#[tokio::test]
async fn sub_merchants_are_added_over_http() {
    let mut shop = Shop::open().await;
    let tier = json!({ "tier_code": "A01", "tier_name": "가게" });
    assert_eq!(shop.post("/_fake/tiers", tier.clone()).await.status, 200);
    assert_eq!(shop.post("/_fake/tiers", tier).await.status, 400);
    shop.tier = "A01";
    shop.get("/payments/prepare/order-1").await.refused(
        404,
        -1,
        "사전등록된 결제정보가 존재하지 않습니다.",
    );
}
