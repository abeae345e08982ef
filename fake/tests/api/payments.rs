//! Payments: charges, refunds and reads.

use serde_json::{Value, json};

use crate::shop::Shop;

async fn charge(shop: &Shop, merchant_uid: &str, amount: i64) -> Value {
    let request = json!({
        "merchant_uid": merchant_uid, "amount": amount, "card_number": "9410-1234-5678-9012",
        "expiry": "2030-12", "name": "표",
    });
    shop.post("/subscribe/payments/onetime", request).await.done()
}

fn cancel(payment: &Value, more: Value) -> Value {
    let mut request = more;
    request["imp_uid"] = payment["imp_uid"].clone();
    request
}

#[tokio::test]
async fn a_cards_issuer_follows_from_its_first_six_digits() {
    let shop = Shop::open().await;
    let paid = charge(&shop, "order-1", 30_000).await;
    assert_eq!(
        (&paid["status"], &paid["card_number"]),
        (&json!("paid"), &json!("941012**********"))
    );
    let again = json!({ "merchant_uid": "order-1", "amount": 1, "card_number": "9410-1234-5678-9012", "expiry": "2030-12" });
    shop.post("/subscribe/payments/onetime", again).await.refused(
        200,
        1,
        "이미 결제가 이루어진 거래건입니다.",
    );
}

#[tokio::test]
async fn a_refund_names_a_payment_or_an_order() {
    let shop = Shop::open().await;
    charge(&shop, "order-1", 30_000).await;
    for neither in
        [json!({}), json!({ "imp_uid": "", "merchant_uid": null }), json!({ "imp_uid": " " })]
    {
        let response = shop.post("/payments/cancel", neither).await;
        response.refused(400, -1, "imp_uid or merchant_uid is missing");
    }
    let by_order = json!({ "imp_uid": "", "merchant_uid": "order-1", "amount": 10_000 });
    let refunded = shop.post("/payments/cancel", by_order).await.done();
    assert_eq!(refunded["cancel_amount"], json!(10_000));
}

#[tokio::test]
async fn partial_refunds_are_limited_to_the_remaining_amount() {
    let shop = Shop::open().await;
    let paid = charge(&shop, "order-1", 30_000).await;
    let part = cancel(&paid, json!({ "amount": 10_000, "checksum": 30_000, "reason": "하나" }));
    let after = shop.post("/payments/cancel", part.clone()).await.done();
    assert_eq!((&after["status"], &after["cancel_amount"]), (&json!("paid"), &json!(10_000)));
    shop.post("/payments/cancel", part).await.refused(200, 1, "checksum");
    let more = cancel(&paid, json!({ "amount": 20_001 }));
    shop.post("/payments/cancel", more).await.refused(
        200,
        1,
        "amount is 20001; the refundable amount is 20000",
    );
    let rest = shop.post("/payments/cancel", cancel(&paid, json!({ "amount": 0 }))).await.done();
    assert_eq!((&rest["status"], &rest["cancel_amount"]), (&json!("cancelled"), &json!(30_000)));
    let amounts: Vec<_> =
        rest["cancel_history"].as_array().unwrap().iter().map(|one| &one["amount"]).collect();
    assert_eq!(amounts, [&json!(10_000), &json!(20_000)]);
    shop.post("/payments/cancel", cancel(&paid, json!({}))).await.refused(
        200,
        1,
        "이미 전액취소된 주문입니다.",
    );
}

#[tokio::test]
async fn a_prepared_order_is_paid_only_with_its_amount() {
    let shop = Shop::open().await;
    shop.post("/payments/prepare", json!({ "merchant_uid": "order-1", "amount": 500 }))
        .await
        .done();
    let request = json!({ "merchant_uid": "order-1", "amount": 5, "card_number": "9410-1234-5678-9012", "expiry": "2030-12" });
    shop.post("/subscribe/payments/onetime", request).await.refused(
        200,
        1,
        "prepared with the amount 500",
    );
    let again = json!({ "merchant_uid": "order-1", "amount": 7 });
    shop.post("/payments/prepare", again.clone()).await.refused(
        200,
        1,
        "이미 등록된 merchant_uid입니다",
    );
    assert_eq!(shop.put("/payments/prepare", again).await.done()["amount"], 7);
    shop.get("/payments/prepare/order-2").await.refused(
        404,
        -1,
        "사전등록된 결제정보가 존재하지 않습니다.",
    );
}

#[tokio::test]
async fn a_list_returns_only_existing_payments() {
    let shop = Shop::open().await;
    let first = charge(&shop, "order-1", 1_000).await;
    let path =
        format!("/payments?imp_uid[]={}&imp_uid[]=imp_0", first["imp_uid"].as_str().unwrap());
    let answer = shop.get(&path).await;
    assert_eq!((answer.status, &answer.body["code"]), (207, &json!(0)));
    assert_eq!(answer.body["response"], json!([first]));
    assert_eq!(answer.body["failed"][0]["imp_uid"], "imp_0");
    shop.get("/payments?imp_uid[]=imp_0").await.refused(404, -1, "존재하지 않는 결제정보입니다.");
}

#[tokio::test]
async fn the_last_page_ends_the_list() {
    let shop = Shop::open().await;
    for number in 1..=5 {
        charge(&shop, &format!("order-{number}"), 1_000).await;
    }
    let page = shop.get("/payments/status/paid?limit=2&page=2").await.done();
    assert_eq!(
        (&page["total"], &page["previous"], &page["next"]),
        (&json!(5), &json!(1), &json!(3))
    );
    let orders: Vec<_> =
        page["list"].as_array().unwrap().iter().map(|one| &one["merchant_uid"]).collect();
    assert_eq!(orders, ["order-3", "order-2"]);
    shop.get("/payments/status/paid?limit=2&page=4").await.refused(400, -1, "after the last one");
    shop.get("/payments/status/paidd").await.refused(400, -1, "payment_status");
}
