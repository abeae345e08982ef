//! Benepia accounts and their points.

use portone_v1_fake::Decline;
use serde_json::{Value, json};

use crate::shop::{Answer, Shop};

async fn open() -> Shop {
    let shop = Shop::open().await;
    shop.fake.add_benepia_account("hong", "secret", 5_000);
    shop
}

async fn points(shop: &Shop) -> Value {
    let request = json!({
        "benepia_user": "hong", "benepia_password": "secret", "channel_key": "channel-key-1",
    });
    shop.post("/benepia/point", request).await.done()["point"].clone()
}

async fn pay(shop: &Shop, merchant_uid: &str, amount: i64, more: Value) -> Answer {
    let mut request = json!({
        "benepia_user": "hong", "benepia_password": "secret", "channel_key": "channel-key-1",
        "merchant_uid": merchant_uid, "amount": amount, "name": "표",
        "benepia_member_code": "1234",
    });
    for (name, value) in more.as_object().unwrap() {
        request[name] = value.clone();
    }
    shop.post("/benepia/payment", request).await
}

#[tokio::test]
async fn payments_lower_the_points_and_refunds_raise_them() {
    let shop = open().await;
    assert_eq!(points(&shop).await, 5_000);
    let paid = pay(&shop, "order-1", 3_000, json!({ "buyer_name": "홍길동" })).await.done();
    assert_eq!((&paid["status"], &paid["pg_provider"]), (&json!("paid"), &json!("kcp")));
    assert_eq!((&paid["pay_method"], &paid["buyer_name"]), (&json!("point"), &json!("홍길동")));
    assert_eq!(points(&shop).await, 2_000);
    pay(&shop, "order-1", 1, json!({})).await.refused(200, 1, "이미 결제가 이루어진 거래건입니다.");
    pay(&shop, "order-2", 2_001, json!({})).await.refused(500, -1, "only 2000 points");
    let refund = json!({ "merchant_uid": "order-1", "amount": 500 });
    shop.post("/payments/cancel", refund).await.done();
    assert_eq!(points(&shop).await, 2_500);
}

#[tokio::test]
async fn without_the_member_code_it_is_a_test_that_spends_nothing() {
    let shop = open().await;
    let nobody = json!({ "benepia_member_code": null });
    let paid = pay(&shop, "order-1", 9_000, nobody).await.done();
    assert_eq!((&paid["status"], &paid["sandbox"]), (&json!("paid"), &json!(true)));
    assert_eq!(points(&shop).await, 5_000);
    let path = format!("/payments/{}", paid["imp_uid"].as_str().unwrap());
    shop.get(&path).await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    assert_eq!(shop.get(&format!("{path}?include_sandbox=true")).await.done(), paid);
}

#[tokio::test]
async fn an_invalid_payment_spends_no_points() {
    let shop = open().await;
    shop.fake.decline(Decline::next("점검 중"));
    pay(&shop, "order-1", 1_000, json!({})).await.refused(500, -1, "점검 중");
    let failed = shop.get("/payments/find/order-1").await.done();
    assert_eq!((&failed["status"], &failed["fail_reason"]), (&json!("failed"), &json!("점검 중")));
    for wrong in [json!({ "benepia_user": "kim" }), json!({ "benepia_password": "guess" })] {
        pay(&shop, "order-2", 1_000, wrong).await.refused(500, -1, "is incorrect");
    }
    let wrong = json!({
        "benepia_user": "hong", "benepia_password": "guess", "channel_key": "channel-key-1",
    });
    shop.post("/benepia/point", wrong).await.refused(500, -1, "is incorrect");
    let elsewhere = json!({ "channel_key": "channel-key-nice" });
    pay(&shop, "order-2", 1_000, elsewhere).await.refused(400, -1, "nice does not support");
    assert_eq!(points(&shop).await, 5_000);
}

#[tokio::test]
async fn accounts_are_added_over_http() {
    let shop = Shop::open().await;
    let account = json!({ "benepia_user": "hong", "benepia_password": "secret", "point": 70 });
    assert_eq!(shop.post("/_fake/benepia-accounts", account).await.status, 200);
    assert_eq!(points(&shop).await, 70);
    let answer = shop.post("/_fake/benepia-accounts", json!({ "benepia_user": "kim" })).await;
    assert_eq!(answer.body["error"], "benepia_password is missing");
}
