//! Records that do not exist, and cards that no bank issued.

use portone_v1_fake::{Buyer, IdentityHolder};
use serde_json::{Value, json};

use crate::shop::Shop;

const NO_PAYMENT: &str = "존재하지 않는 결제정보입니다.";
const NO_KEY: &str = "요청하신 customer_uid(nobody)로 등록된 정보를 찾을 수 없습니다.";

#[tokio::test]
async fn a_refund_of_an_unknown_payment_is_200_with_code_1() {
    let shop = Shop::open().await;
    for named in [json!({ "imp_uid": "imp_0" }), json!({ "merchant_uid": "order-0" })] {
        let mut request = named;
        request["extra"] = json!({ "requester": "admin" });
        let refused = shop.post("/payments/cancel", request).await;
        refused.refused(200, 1, "취소할 결제건이 존재하지 않습니다.");
    }
}

#[tokio::test]
async fn reads_of_unknown_payments_are_404() {
    let shop = Shop::open().await;
    let paths = [
        "/payments/imp_0",
        "/payments/find/order-0",
        "/payments/findAll/order-0",
        "/payments/imp_0/balance",
    ];
    for path in paths {
        shop.get(path).await.refused(404, -1, NO_PAYMENT);
    }
    let prepared = shop.get("/payments/prepare/order-0").await;
    prepared.refused(404, -1, "사전등록된 결제정보가 존재하지 않습니다.");
}

#[tokio::test]
async fn the_docs_decide_the_status_of_other_absent_records() {
    let shop = Shop::open().await;
    let status = json!({ "status": "CANCELED" });
    shop.post("/payco/orders/status/imp_0", status).await.refused(200, 1, NO_PAYMENT);
    shop.delete("/cvs/imp_0").await.refused(200, 1, NO_PAYMENT);
    shop.delete("/receipts/imp_0").await.refused(400, -1, NO_PAYMENT);
    shop.get("/payments/imp_0/naver/cash-amount").await.refused(400, -1, NO_PAYMENT);
    shop.delete("/vbanks/imp_0").await.refused(404, -1, NO_PAYMENT);
}

#[tokio::test]
async fn existence_is_judged_before_the_rules_of_a_gateway() {
    let shop = Shop::open().await;
    let path = "/subscribe/customers/nobody?extra[requester]=customer";
    shop.delete(path).await.refused(200, 1, NO_KEY);
    let again = json!({
        "customer_uid": "nobody", "merchant_uid": "order-1", "amount": 1, "name": "표",
        "cash_receipt_type": "person",
    });
    shop.post("/subscribe/payments/again", again).await.refused(
        200,
        1,
        "등록되지 않은 구매자입니다.",
    );
    let schedule = json!({
        "customer_uid": "nobody",
        "schedules": [{ "merchant_uid": "order-1", "schedule_at": 2_000_000_000, "amount": 1,
            "currency": "KRW", "name": "표", "product_type": "digital" }],
    });
    let refused = shop.post("/subscribe/payments/schedule", schedule).await;
    refused.refused(200, 1, "등록된 고객정보가 없습니다.");
    let paid = shop.fake.pay(Buyer::new("order-2", 1_000).at("kakaopay")).unwrap();
    let certified = shop.fake.certify(IdentityHolder::new("홍길동", "900131", 1)).unwrap();
    let refused = shop.get(&format!("/certifications/{paid}")).await;
    refused.refused(404, -1, "인증결과가 존재하지 않습니다.");
    shop.get(&format!("/payments/{certified}")).await.refused(404, -1, NO_PAYMENT);
    shop.get(&format!("/certifications/{certified}")).await.done();
}

#[tokio::test]
async fn only_naver_pay_requires_the_requester_of_a_refund() {
    let shop = Shop::open().await;
    let paid = shop.fake.pay(Buyer::new("order-1", 1_000)).unwrap();
    let extra = json!({ "imp_uid": paid, "extra": { "requester": "customer" } });
    shop.post("/payments/cancel", extra).await.done();
    let paid = shop.fake.pay(Buyer::new("order-2", 1_000).at("naverpay")).unwrap();
    let refund = json!({ "imp_uid": paid, "reason": "변심", "extra": {} });
    let refused = shop.post("/payments/cancel", refund).await;
    refused.refused(400, -1, "extra.requester is missing; naverpay requires it");
}

fn charge(number: &str, expiry: &str) -> Value {
    json!({ "merchant_uid": "order-1", "amount": 1, "card_number": number, "expiry": expiry })
}

#[tokio::test]
async fn invalid_and_expired_cards_are_refused_and_not_stored() {
    let shop = Shop::open().await; // 2024-03-22
    let good = "9410-1234-5678-9012";
    let number = "유효하지않은 카드번호를 입력하셨습니다.";
    let expired = "카드정보 인증에 실패하였습니다.";
    let cards = [
        ("1", "2030-12", number),
        ("1234-1234-1234-1234", "2030-12", number),
        ("9410-1234-5678-90x2", "2030-12", number),
        (good, "2019-03", expired),
        (good, "2024-02", expired),
        (good, "2030-13", expired),
        (good, "12/30", expired),
    ];
    for (number, expiry, reason) in cards {
        let answer = shop.post("/subscribe/payments/onetime", charge(number, expiry)).await;
        answer.refused(200, -1, reason);
        let key = json!({
            "channel_key": "channel-key-1", "card_number": number, "expiry": expiry,
        });
        let answer = shop.post("/subscribe/customers/nobody", key).await;
        answer.refused(200, -1, "카드정보 인증 및 빌키 발급에 실패하였습니다.");
    }
    shop.get("/subscribe/customers/nobody").await.refused(200, 1, NO_KEY);
    shop.get("/payments/find/order-1").await.refused(404, -1, NO_PAYMENT);
    for expiry in ["2024-03", "203012"] {
        let mut last = charge(good, expiry);
        last["merchant_uid"] = json!(expiry);
        shop.post("/subscribe/payments/onetime", last).await.done();
    }
}

#[tokio::test]
async fn won_have_no_fractions() {
    let shop = Shop::open().await;
    let mut request = charge("9410-1234-5678-9012", "2030-12");
    request["amount"] = json!(1_000.5);
    let refused = shop.post("/subscribe/payments/onetime", request.clone()).await;
    refused.refused(400, -1, "amount is 1000.5; won have no fractions");
    request["currency"] = json!("USD");
    let paid = shop.post("/subscribe/payments/onetime", request).await.done();
    let part = json!({ "imp_uid": paid["imp_uid"], "amount": 0.5 });
    assert_eq!(shop.post("/payments/cancel", part).await.done()["cancel_amount"], 0.5);
    let paid = shop.fake.pay(Buyer::new("order-2", 1_000)).unwrap();
    let part = json!({ "imp_uid": paid, "amount": "0.5" });
    shop.post("/payments/cancel", part).await.refused(400, -1, "won have no fractions");
    let prepared = json!({ "merchant_uid": "order-3", "amount": 10.5 });
    shop.post("/payments/prepare", prepared).await.refused(400, -1, "won have no fractions");
}
