//! Requests for which no window opens, and the requests of the window's page for other tests.

use portone_v1_fake::Buyer;
use serde_json::{Value, json};

use crate::shop::Shop;

/// The parameters of a request.
pub(crate) fn order(merchant_uid: &str) -> Value {
    json!({ "merchant_uid": merchant_uid, "amount": 1_000, "name": "책" })
}

/// The window opens, or does not.
pub(crate) async fn open(shop: &Shop, params: &Value, plan: Value) -> Value {
    act(shop, "payment/open", params, plan).await
}

/// The buyer acts.
pub(crate) async fn finish(shop: &Shop, params: &Value, plan: Value) -> Value {
    act(shop, "payment/finish", params, plan).await
}

/// Any request of the window's page.
pub(crate) async fn act(shop: &Shop, action: &str, params: &Value, plan: Value) -> Value {
    let body = json!({ "origin": "http://localhost:3000", "params": params, "plan": plan });
    let answer = shop.post(&format!("/v1/window/{action}"), body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

#[tokio::test]
async fn wrong_parameters_open_no_window() {
    let shop = Shop::open().await;
    shop.fake.pay(Buyer::new("paid", 1_000)).unwrap();
    let prepared = json!({ "merchant_uid": "prepared", "amount": 2_000 });
    shop.post("/payments/prepare", prepared).await.done();
    let long = "가".repeat(41);
    for (change, reason) in [
        (json!({ "merchant_uid": "paid" }), "이미 결제가 이루어진 거래건입니다."),
        (json!({ "merchant_uid": "prepared" }), "prepared was prepared with the amount 2000"),
        (json!({ "merchant_uid": null }), "merchant_uid is missing"),
        (json!({ "merchant_uid": long }), "merchant_uid is 41 characters long; the maximum is 40"),
        (json!({ "name": long }), "name is 41 characters long; the maximum is 40"),
        (json!({ "amount": null }), "amount is missing"),
        (json!({ "amount": "1000" }), "amount must be a number, not a string"),
        (json!({ "amount": 0 }), "amount must be positive"),
        (json!({ "amount": -1, "customer_uid": "c" }), "amount must be positive"),
        (json!({ "amount": 100.5 }), "won have no fractions"),
        (json!({ "pay_method": "cards" }), "there is no pay_method cards"),
        (json!({ "pay_method": "phone" }), "digital is missing; pay_method phone requires it"),
        (json!({ "pay_method": "vbank", "pg": "danal_tpay" }), "biz_num is missing"),
        (json!({ "pg": "paymentwall" }), "buyer_email is missing; paymentwall requires it"),
        (json!({ "pg": "paypal", "currency": "KRW" }), "paypal does not take KRW"),
        (json!({ "vbank_due": "2020-01-01" }), "vbank_due is in the past"),
        (json!({ "vbank_due": "tomorrow" }), "vbank_due must be YYYY-MM-DD"),
        (json!({ "confirm_url": "http://shop.example/" }), "allow_webhooks_to"),
    ] {
        let mut params = order("order-1");
        for (name, value) in change.as_object().unwrap() {
            params[name] = value.clone();
        }
        for action in ["payment/open", "payment/finish"] {
            let refused = act(&shop, action, &params, json!({ "auto": "pay" })).await;
            let callback = &refused["callback"];
            assert_eq!(
                (&refused["refused"], &callback["success"], &callback["imp_uid"]),
                (&json!(true), &json!(false), &Value::Null),
                "{change}"
            );
            let message = callback["error_msg"].as_str().unwrap();
            assert!(message.contains(reason), "{change}: {message}");
            let code = if change["merchant_uid"] == "paid" { "F1002" } else { "F0000" };
            assert_eq!(callback["error_code"], code, "{change}");
            assert_eq!(callback["merchant_uid"], params["merchant_uid"]);
            let query = refused["redirect_query"].as_str().unwrap();
            assert!(query.contains("imp_success=false") && !query.contains("imp_uid"), "{query}");
        }
    }
    shop.get("/payments/find/order-1").await.refused(404, -1, "");
}

#[tokio::test]
async fn an_unknown_channel_is_reported_as_imp_success() {
    let shop = Shop::open().await;
    for (action, name, value) in [
        ("payment/open", "pg", "paypol.shop"),
        ("payment/finish", "channelKey", "channel-key-none"),
        ("certification/open", "channelKey", "channel-key-none"),
        ("certification/finish", "pg", "kakaopay"),
    ] {
        let mut params = order("order-1");
        params[name] = json!(value);
        let refused = act(&shop, action, &params, json!({ "auto": "pay" })).await;
        let callback = &refused["callback"];
        let members = [&callback["imp_success"], &callback["success"], &callback["error_code"]];
        assert_eq!(members, [&json!(false), &Value::Null, &json!("F1001")], "{action}");
        assert_eq!(refused["refused"], true, "{action}");
    }
}

#[tokio::test]
async fn required_parameters_open_the_window() {
    let shop = Shop::open().await;
    for change in [
        json!({ "pay_method": "phone", "digital": false }),
        json!({ "pay_method": "vbank", "pg": "danal_tpay", "biz_num": "1234567890" }),
        json!({ "pg": "paymentwall", "buyer_email": "a@b.example" }),
        json!({ "pg": "paypal", "currency": "JPY" }),
    ] {
        let mut params = order("order-1");
        for (name, value) in change.as_object().unwrap() {
            params[name] = value.clone();
        }
        let shown = open(&shop, &params, json!({})).await;
        assert!(shown["gateway"].is_string(), "{change}: {shown}");
    }
}

#[tokio::test]
async fn newer_gateways_refuse_with_four_members() {
    let shop = Shop::open().await;
    let mut params = order("order-1");
    (params["pg"], params["amount"]) = (json!("tosspayments"), json!(0));
    let refused = open(&shop, &params, json!({})).await;
    let expected = json!({
        "imp_uid": null, "merchant_uid": "order-1", "error_code": "F0000",
        "error_msg": "amount must be positive",
    });
    assert_eq!(refused["callback"], expected);
}

#[tokio::test]
async fn an_order_that_is_paid_in_another_tab_is_refused_at_the_end() {
    let shop = Shop::open().await;
    assert!(open(&shop, &order("order-1"), json!({})).await["gateway"].is_string());
    shop.fake.pay(Buyer::new("order-1", 1_000)).unwrap();
    let done = finish(&shop, &order("order-1"), json!({ "auto": "pay" })).await;
    assert_eq!(done["callback"]["error_msg"], "이미 결제가 이루어진 거래건입니다.");
}
