//! Payments in the browser's window: the requests of its page.

use portone_v1_fake::{Fake, ReleaseOrder};
use serde_json::{Value, json};

use crate::inbox::Inbox;
use crate::shop::{NOW, Shop};
use crate::window_refusals::{finish, open, order};

async fn at(inbox: &Inbox) -> Shop {
    Shop::at(Fake::builder().clock_at(NOW).webhook_url(&inbox.url)).await
}

async fn payment(shop: &Shop, order: &str) -> Value {
    shop.get(&format!("/payments/find/{order}?include_sandbox=true")).await.done()
}

#[tokio::test]
async fn the_window_shows_the_channel_of_the_request() {
    let shop = Shop::open().await;
    shop.fake.add_channel("key-of-a-test", "tosspayments", true).unwrap();
    let names = ["channelKey", "channelKey", "pg", "none"];
    let values = ["key-of-a-test", "channel-key-kakaopay", "paypal_v2.shop", ""];
    let expected = [
        ("tosspayments", true, "KRW"),
        ("kakaopay", false, "KRW"),
        ("paypal_v2", false, "USD"),
        ("html5_inicis", false, "KRW"),
    ];
    for ((name, value), (gateway, sandbox, currency)) in names.iter().zip(values).zip(expected) {
        let mut params = order("order-1");
        params[*name] = json!(value);
        let shown = open(&shop, &params, json!({})).await;
        assert_eq!(
            (&shown["gateway"], &shown["sandbox"], &shown["currency"]),
            (&json!(gateway), &json!(sandbox), &json!(currency))
        );
        assert!(shown["gateway_name"].is_string());
    }
    shop.get("/payments/find/order-1").await.refused(404, -1, "");
}

#[tokio::test]
async fn every_gateway_has_a_window() {
    let shop = Shop::open().await;
    let contract: Value = serde_json::from_str(include_str!("../../contract.json")).unwrap();
    let gateways = contract["types"]["Gateway"]["codes"].as_array().unwrap();
    for gateway in gateways.iter().map(|gateway| gateway["code"].as_str().unwrap()) {
        let mut params = order(&format!("order-of-{gateway}"));
        (params["pg"], params["buyer_email"]) = (json!(gateway), json!("a@b.example"));
        let shown = open(&shop, &params, json!({})).await;
        assert_eq!(shown["gateway"], gateway);
        let done = finish(&shop, &params, json!({ "auto": "pay" })).await;
        assert!(done["callback"]["imp_uid"].is_string(), "{done}");
    }
}

#[tokio::test]
async fn the_payment_has_the_parameters_of_the_request() {
    let shop = Shop::open().await;
    let params = json!({
        "merchant_uid": "order-1", "amount": 1_000, "name": "책", "pay_method": "trans",
        "buyer_name": "홍길동", "buyer_email": "a@b.example", "custom_data": { "box": 3 },
        "escrow": true, "mobile": true, "channelKey": "channel-key-nice",
    });
    let done = finish(&shop, &params, json!({ "auto": "pay" })).await;
    let payment = payment(&shop, "order-1").await;
    let expected = json!({
        "status": "paid", "amount": 1_000, "name": "책", "pay_method": "trans", "channel": "mobile",
        "buyer_name": "홍길동", "buyer_email": "a@b.example", "custom_data": "{\"box\":3}",
        "escrow": true, "pg_provider": "nice",
    });
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(payment[name], *value, "{name}");
    }
    assert_eq!(done["callback"]["custom_data"], payment["custom_data"]);
    assert!(done["redirect_query"].as_str().unwrap().contains("imp_success=true"));
}

#[tokio::test]
async fn a_buyer_fails_closes_takes_an_account_or_vanishes() {
    let inbox = Inbox::open().await;
    let shop = at(&inbox).await;
    for (auto, status, success) in [
        ("fail", "failed", json!(false)),
        ("close", "failed", json!(false)),
        ("vbank", "ready", json!(true)),
        ("vanish", "paid", Value::Null),
    ] {
        let plan = json!({ "auto": auto, "reason": "잔액부족" });
        let done = finish(&shop, &order(auto), plan).await;
        assert_eq!(done["callback"]["success"], success, "{auto}");
        assert_eq!(done["redirect_query"].is_null(), auto == "vanish", "{auto}");
        assert_eq!(payment(&shop, auto).await["status"], status, "{auto}");
    }
    assert_eq!(payment(&shop, "fail").await["fail_reason"], "잔액부족");
    assert!(payment(&shop, "vbank").await["vbank_num"].is_string());
    shop.fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["vbank", "vanish"]);
}

#[tokio::test]
async fn a_payment_names_the_provider_in_the_window_of_a_gateway() {
    let shop = Shop::open().await;
    for (order_uid, pg, expected) in
        [("order-1", "html5_inicis", json!("kakaopay")), ("order-2", "kakaopay", Value::Null)]
    {
        let mut params = order(order_uid);
        (params["pg"], params["pay_method"]) = (json!(pg), json!("kakaopay"));
        let done = finish(&shop, &params, json!({ "auto": "pay" })).await;
        assert_eq!(payment(&shop, order_uid).await["emb_pg_provider"], expected);
        assert_eq!(done["callback"]["emb_pg_provider"], expected);
    }
}

#[tokio::test]
async fn an_account_has_the_deadline_of_the_request() {
    let shop = Shop::open().await;
    let end_of_day = 1_711_119_599;
    for (due, second) in [
        ("2024-03-22", end_of_day),
        ("20240322", end_of_day),
        ("2024-03-22 23:59:58", end_of_day - 1),
        ("20240322235957", end_of_day - 2),
    ] {
        let mut params = order(due);
        (params["vbank_due"], params["pay_method"]) = (json!(due), json!("vbank"));
        params["merchant_uid"] = json!(format!("order-{second}-{}", due.len()));
        let done = finish(&shop, &params, json!({ "auto": "pay" })).await;
        assert_eq!(done["callback"]["vbank_date"], second, "{due}");
    }
}

#[tokio::test]
async fn an_approved_card_is_stored() {
    let shop = Shop::open().await;
    let mut params = order("order-1");
    params["customer_uid"] = json!("customer-1");
    params["buyer_name"] = json!("홍길동");
    finish(&shop, &params, json!({ "auto": "fail" })).await;
    shop.get("/subscribe/customers/customer-1").await.refused(200, 1, "customer-1");
    // Without a charge: the card alone.
    (params["merchant_uid"], params["amount"]) = (json!("order-2"), json!(0));
    finish(&shop, &params, json!({ "auto": "pay" })).await;
    let key = shop.get("/subscribe/customers/customer-1").await.done();
    assert_eq!(
        (&key["customer_name"], &key["pg_provider"]),
        (&json!("홍길동"), &json!("html5_inicis"))
    );
    assert!(key["card_number"].is_string(), "{key}");
    assert_eq!(payment(&shop, "order-2").await["customer_uid_usage"], "issue");
    let again = json!({ "customer_uid": "customer-1", "merchant_uid": "order-3", "amount": 100, "name": "책" });
    assert_eq!(shop.post("/subscribe/payments/again", again).await.done()["status"], "paid");
}

#[tokio::test]
async fn the_shop_confirms_before_the_browser_returns() {
    let (hook, confirm) = (Inbox::open().await, Inbox::open().await);
    let shop = at(&hook).await;
    for (status, order_uid, paid) in [(200, "order-1", "paid"), (409, "order-2", "failed")] {
        confirm.answer_with(status, r#"{"reason":"품절"}"#);
        let mut params = order(order_uid);
        params["confirm_url"] = json!(confirm.url);
        let done = finish(&shop, &params, json!({ "auto": "pay" })).await;
        assert_eq!(done["callback"]["success"], paid == "paid");
        assert_eq!(payment(&shop, order_uid).await["status"], paid);
    }
    assert_eq!(confirm.orders(), ["order-1", "order-2"]);
    shop.fake.wait_until_idle().await;
    assert_eq!(hook.orders(), ["order-1"]);
}

#[tokio::test]
async fn a_sub_merchant_is_paid_and_asked() {
    let confirm = Inbox::open().await;
    let mut shop = Shop::open().await;
    shop.fake.add_tier("ABC", "가맹점").unwrap();
    let mut params = order("order-1");
    params["confirm_url"] = json!(confirm.url);
    let body = json!({
        "origin": "http://localhost:3000", "tier_code": "ABC", "params": params,
        "plan": { "auto": "pay" },
    });
    let done = shop.post("/v1/window/payment/finish", body).await.body;
    assert_eq!(done["callback"]["success"], true, "{done}");
    shop.get("/payments/find/order-1").await.refused(404, -1, "");
    shop.tier = "ABC";
    assert_eq!(payment(&shop, "order-1").await["status"], "paid");
}

#[tokio::test]
async fn the_webhook_comes_before_or_after_the_browser_or_waits() {
    let inbox = Inbox::open().await;
    let shop = at(&inbox).await;
    finish(&shop, &order("before"), json!({ "auto": "pay", "webhook": "before" })).await;
    assert_eq!(inbox.orders(), ["before"]);
    finish(&shop, &order("withheld"), json!({ "auto": "pay", "webhook": "withheld" })).await;
    finish(&shop, &order("after"), json!({ "auto": "pay", "webhook": "after" })).await;
    shop.fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["before"]);
    tokio::time::timeout(std::time::Duration::from_secs(10), async {
        while inbox.orders().len() < 2 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    })
    .await
    .expect("the webhook comes after the browser");
    shop.fake.release_webhooks(ReleaseOrder::InOrder);
    shop.fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["before", "after", "withheld"]);
}
