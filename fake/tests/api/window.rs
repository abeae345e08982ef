//! Buyers in the payment window: they pay, fail, leave, vanish, and are approved later.

use portone_v1_fake::{Buyer, Fake};
use serde_json::{Value, json};

use crate::inbox::Inbox;
use crate::shop::{NOW, Shop};

async fn open(inbox: &Inbox) -> Shop {
    Shop::at(Fake::builder().clock_at(NOW).webhook_url(&inbox.url)).await
}

async fn status(shop: &Shop, imp_uid: &str) -> Value {
    shop.get(&format!("/payments/{imp_uid}?include_sandbox=true")).await.done()["status"].clone()
}

fn statuses(inbox: &Inbox) -> Vec<Value> {
    inbox.claims().iter().map(|claim| claim["status"].clone()).collect()
}

#[tokio::test]
async fn an_order_that_was_paid_opens_no_window() {
    let shop = Shop::open().await;
    let imp_uid = shop.fake.pay(Buyer::new("order-1", 1_000)).unwrap();
    let refused = shop.fake.pay(Buyer::new("order-1", 1_000)).unwrap_err();
    assert_eq!(refused.to_string(), "이미 결제가 이루어진 거래건입니다.");
    shop.post("/payments/cancel", json!({ "imp_uid": imp_uid })).await.done();
    let visit = json!({ "merchant_uid": "order-1", "amount": 1_000 });
    let again = shop.post("/_fake/pay", visit).await;
    assert_eq!((again.status, &again.body["error"]), (400, &json!(refused.to_string())));
    shop.fake.pay(Buyer::new("order-2", 1_000).failing("한도초과")).unwrap();
    shop.fake.pay(Buyer::new("order-2", 1_000)).unwrap();
}

#[tokio::test]
async fn nothing_is_paid_for_nothing() {
    let shop = Shop::open().await;
    for amount in [0, -1] {
        let visit = json!({ "merchant_uid": "order-1", "amount": amount });
        let refused = shop.post("/_fake/pay", visit).await;
        let expected = (400, json!("amount must be positive"));
        assert_eq!((refused.status, refused.body["error"].clone()), expected);
    }
    shop.fake.pay(Buyer::new("order-1", 0).storing_card("customer-1")).unwrap();
    assert!(shop.fake.pay(Buyer::new("order-2", -1).storing_card("customer-1")).is_err());
}

#[tokio::test]
async fn a_failure_is_reported_by_the_browser_and_by_no_webhook() {
    let inbox = Inbox::open().await;
    let shop = open(&inbox).await;
    let imp_uid = shop.fake.pay(Buyer::new("order-1", 1_000).failing("한도초과")).unwrap();
    shop.fake.wait_until_idle().await;
    assert!(inbox.told().is_empty());
    assert_eq!(status(&shop, &imp_uid).await, "failed");
    let report = shop.fake.callback(&imp_uid).unwrap().unwrap();
    assert_eq!((&report["success"], &report["error_msg"]), (&json!(false), &json!("한도초과")));

    shop.fake.approve(&imp_uid).unwrap();
    shop.fake.wait_until_idle().await;
    assert_eq!(
        (statuses(&inbox), status(&shop, &imp_uid).await),
        (vec![json!("paid")], json!("paid"))
    );
    assert!(shop.fake.approve(&imp_uid).is_err());
}

#[tokio::test]
async fn a_failure_is_not_approved_beside_another_payment_of_the_order() {
    let shop = Shop::open().await;
    let failed = shop.fake.pay(Buyer::new("order-1", 1_000).failing("한도초과")).unwrap();
    shop.fake.pay(Buyer::new("order-1", 1_000)).unwrap();
    assert!(shop.fake.approve(&failed).is_err());
    assert_eq!(status(&shop, &failed).await, "failed");
}

#[tokio::test]
async fn a_buyer_who_leaves_has_an_unpaid_payment() {
    let inbox = Inbox::open().await;
    let shop = open(&inbox).await;
    for (gateway, expected) in [("nice", "ready"), ("kcp", "ready"), ("html5_inicis", "failed")] {
        let buyer = Buyer::new(format!("order-at-{gateway}"), 1_000).at(gateway).leaving();
        let imp_uid = shop.fake.pay(buyer).unwrap();
        shop.fake.wait_until_idle().await;
        assert_eq!((inbox.told().len(), status(&shop, &imp_uid).await), (0, json!(expected)));
        let report = shop.fake.callback(&imp_uid).unwrap().unwrap();
        let expected = json!({
            "success": false, "imp_uid": imp_uid, "merchant_uid": format!("order-at-{gateway}"),
            "error_code": "F0000", "error_msg": "[결제포기] 사용자가 결제를 취소하셨습니다",
            "status": expected, "pay_method": "card", "pg_provider": gateway, "pg_type": "payment",
        });
        assert_eq!(report, expected);
    }
}

#[tokio::test]
async fn a_buyer_who_vanishes_has_paid() {
    let inbox = Inbox::open().await;
    let shop = open(&inbox).await;
    let visit = json!({ "merchant_uid": "order-1", "amount": 1_000, "vanishes": true });
    let visit = shop.post("/_fake/pay", visit).await.body;
    assert_eq!((&visit["callback"], &visit["redirect_query"]), (&Value::Null, &Value::Null));
    let imp_uid = visit["imp_uid"].as_str().unwrap();
    assert_eq!(
        (shop.fake.callback(imp_uid).unwrap(), status(&shop, imp_uid).await),
        (None, json!("paid"))
    );
    shop.fake.wait_until_idle().await;
    assert_eq!(statuses(&inbox), ["paid"]);
}

#[tokio::test]
async fn a_test_channels_payment_is_hidden() {
    let shop = Shop::open().await;
    let visit = json!({ "merchant_uid": "order-1", "amount": 1_000, "sandbox": true });
    let imp_uid = shop.post("/_fake/pay", visit).await.body["imp_uid"].clone();
    let path = format!("/payments/{}", imp_uid.as_str().unwrap());
    shop.get(&path).await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    let shown = shop.get(&format!("{path}?include_sandbox=true")).await.done();
    assert_eq!((&shown["sandbox"], &shown["status"]), (&json!(true), &json!("paid")));
}

#[tokio::test]
async fn a_virtual_account_is_ready_until_its_deposit() {
    let inbox = Inbox::open().await;
    let shop = open(&inbox).await;
    let visit = json!({
        "merchant_uid": "order-1", "amount": 1_000, "fields": { "pay_method": "vbank" },
    });
    let visit = shop.post("/_fake/pay", visit).await.body;
    let (imp_uid, report) = (visit["imp_uid"].as_str().unwrap(), &visit["callback"]);
    let issued = shop.get(&format!("/payments/{imp_uid}")).await.done();
    assert_eq!((&issued["status"], &issued["paid_at"]), (&json!("ready"), &json!(0)));
    assert_eq!(issued["card_name"], Value::Null);
    for field in ["vbank_num", "vbank_name", "vbank_holder", "vbank_date"] {
        assert!(!issued[field].is_null() && report[field] == issued[field], "{field}: {report}");
    }
    assert_eq!((&report["success"], &report["status"]), (&json!(true), &json!("ready")));
    shop.fake.deposit(imp_uid).unwrap();
    shop.fake.wait_until_idle().await;
    assert_eq!(
        (statuses(&inbox), status(&shop, imp_uid).await),
        (vec![json!("ready"), json!("paid")], json!("paid"))
    );
}

#[tokio::test]
async fn some_gateways_report_identifiers_only() {
    let shop = Shop::open().await;
    let older = shop.fake.pay(Buyer::new("order-1", 1_000)).unwrap();
    let newer = shop.fake.pay(Buyer::new("order-2", 1_000).at("tosspayments")).unwrap();
    let report = shop.fake.callback(&older).unwrap().unwrap();
    assert_eq!((&report["paid_amount"], &report["status"]), (&json!(1_000), &json!("paid")));
    let report = shop.fake.callback(&newer).unwrap().unwrap();
    assert_eq!(report, json!({ "imp_uid": newer, "merchant_uid": "order-2" }));
    let visit = shop.get(&format!("/_fake/callback?imp_uid={older}")).await.body;
    let query = format!("imp_uid={older}&merchant_uid=order-1&imp_success=true");
    let sorted = |query: &str| {
        let mut parts: Vec<_> = query.split('&').map(str::to_owned).collect();
        parts.sort();
        parts
    };
    assert_eq!(sorted(visit["redirect_query"].as_str().unwrap()), sorted(&query));
}

#[tokio::test]
async fn a_visit_can_have_a_fixed_imp_uid() {
    let shop = Shop::open().await;
    let fixed = "imp_000000000002";
    let visit = json!({ "merchant_uid": "order-1", "amount": 1_000, "imp_uid": fixed });
    assert_eq!(shop.post("/_fake/pay", visit).await.body["imp_uid"], fixed);
    let taken = Buyer::new("order-2", 1_000).with_imp_uid(fixed);
    assert!(shop.fake.pay(taken).unwrap_err().to_string().contains("there already is"));
    let others = ["order-3", "order-4"].map(|order| shop.fake.pay(Buyer::new(order, 1)).unwrap());
    assert!(others[0] != others[1] && !others.contains(&fixed.to_owned()), "{others:?}");
    assert_eq!(status(&shop, fixed).await, "paid");
}

#[tokio::test]
async fn the_webhook_can_come_before_the_browser() {
    let inbox = Inbox::open().await;
    let shop = open(&inbox).await;
    let visit = json!({ "merchant_uid": "order-1", "amount": 1_000, "webhook_first": true });
    shop.post("/_fake/pay", visit).await;
    assert_eq!(inbox.orders(), ["order-1"]);
    shop.fake.withhold_webhooks();
    shop.post("/_fake/pay", json!({ "merchant_uid": "order-2", "amount": 1_000 })).await;
    assert_eq!(inbox.orders(), ["order-1"]);
    shop.post("/_fake/webhooks/release", json!({})).await;
    shop.fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["order-1", "order-2"]);
}

#[tokio::test]
async fn refunds_are_notified_by_choice_of_the_api_and_always_of_the_console() {
    let inbox = Inbox::open().await;
    let shop = open(&inbox).await;
    let imp_uid = shop.fake.pay(Buyer::new("order-1", 1_000)).unwrap();
    for enabled in [json!(null), json!(false), json!(true)] {
        let part = json!({ "imp_uid": imp_uid, "amount": 100, "enable_webhook": enabled });
        shop.post("/payments/cancel", part).await.done();
    }
    shop.fake.cancel_in_console(&imp_uid, Some(200.into())).unwrap();
    let rest = json!({ "imp_uid": imp_uid, "reason": "품절" });
    assert_eq!(shop.post("/_fake/cancel", rest).await.status, 200);
    assert!(shop.fake.cancel_in_console(&imp_uid, None).is_err());
    shop.fake.wait_until_idle().await;
    assert_eq!(statuses(&inbox), ["paid", "cancelled", "cancelled", "cancelled"]);
    let payment = shop.get(&format!("/payments/{imp_uid}")).await.done();
    assert_eq!(
        (&payment["status"], &payment["cancel_reason"]),
        (&json!("cancelled"), &json!("품절"))
    );
    let history = payment["cancel_history"].as_array().unwrap();
    let told: Vec<_> =
        inbox.claims().into_iter().skip(1).map(|claim| claim["cancellation_id"].clone()).collect();
    let made: Vec<_> = history.iter().skip(2).map(|one| one["cancellation_id"].clone()).collect();
    assert_eq!(told, made);
}
