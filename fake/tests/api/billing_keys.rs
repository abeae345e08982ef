//! Billing keys.

use portone_v1_fake::Decline;
use serde_json::{Value, json};

use crate::shop::{Answer, NOW, Shop};

fn card() -> Value {
    json!({
        "channel_key": "channel-key-1", "card_number": "9410-1234-5678-9012",
        "expiry": "2030-12", "birth": "900101", "customer_name": "홍길동",
    })
}

async fn issue(shop: &Shop, customer_uid: &str) -> Value {
    shop.post(&format!("/subscribe/customers/{customer_uid}"), card()).await.done()
}

async fn charge(shop: &Shop, customer_uid: &str, merchant_uid: &str) -> Answer {
    let request = json!({
        "customer_uid": customer_uid, "merchant_uid": merchant_uid, "amount": 1_000, "name": "표",
    });
    shop.post("/subscribe/payments/again", request).await
}

#[tokio::test]
async fn a_billing_key_is_issued_read_and_charged() {
    let shop = Shop::open().await;
    let key = issue(&shop, "key-1").await;
    assert_eq!((&key["customer_uid"], &key["pg_provider"]), (&json!("key-1"), &json!("nice")));
    assert_eq!(
        (&key["card_number"], &key["customer_name"]),
        (&json!("941012**********"), &json!("홍길동"))
    );
    assert_eq!((&key["inserted"], &key["updated"]), (&json!(NOW), &json!(NOW)));
    assert_eq!((key.get("sandbox"), key.get("channelGroupId")), (None, None));
    assert_eq!(shop.get("/subscribe/customers/key-1").await.done(), key);
    let paid = charge(&shop, "key-1", "order-1").await.done();
    assert_eq!((&paid["status"], &paid["customer_uid"]), (&json!("paid"), &json!("key-1")));
}

#[tokio::test]
async fn a_card_with_the_same_customer_uid_replaces_the_first() {
    let shop = Shop::open().await;
    issue(&shop, "key-1").await;
    shop.fake.advance(std::time::Duration::from_secs(60));
    let mut other = card();
    other["card_number"] = json!("5123-4500-0000-0000");
    let key = shop.post("/subscribe/customers/key-1", other).await.done();
    assert_eq!((&key["inserted"], &key["updated"]), (&json!(NOW), &json!(NOW + 60)));
    let paid = charge(&shop, "key-1", "order-1").await.done();
    assert_eq!(paid["card_number"], "512345**********");
}

#[tokio::test]
async fn a_rejected_card_is_not_stored() {
    let shop = Shop::open().await;
    shop.fake.decline(Decline::next("유효하지 않은 카드").of_billing_key("key-1"));
    let refused = shop.post("/subscribe/customers/key-1", card()).await;
    refused.refused(200, -1, "[F112] 유효하지 않은 카드");
    shop.get("/subscribe/customers/key-1").await.refused(
        200,
        1,
        "customer_uid(key-1)로 등록된 정보를 찾을 수 없습니다.",
    );
    issue(&shop, "key-1").await;
    let at_ksnet = json!({
        "channel_key": "channel-key-ksnet", "card_number": "9410-1234-5678-9012",
        "expiry": "2030-12",
    });
    shop.post("/subscribe/customers/key-2", at_ksnet).await.refused(400, -1, "; ksnet requires it");
}

#[tokio::test]
async fn a_deleted_billing_key_stays_deleted() {
    let shop = Shop::open().await;
    let key = issue(&shop, "key-1").await;
    charge(&shop, "key-1", "order-1").await.done();
    assert_eq!(shop.delete("/subscribe/customers/key-1?reason=x").await.done(), key);
    for path in ["/subscribe/customers/key-1", "/subscribe/customers/key-1/payments"] {
        shop.get(path).await.refused(
            200,
            1,
            "customer_uid(key-1)로 등록된 정보를 찾을 수 없습니다.",
        );
    }
    shop.delete("/subscribe/customers/key-1").await.refused(
        200,
        1,
        "customer_uid(key-1)로 등록된 정보를 찾을 수 없습니다.",
    );
    charge(&shop, "key-1", "order-2").await.refused(200, 1, "등록되지 않은 구매자입니다.");
}

#[tokio::test]
async fn only_naverpay_requires_the_requester_of_a_deletion() {
    let shop = Shop::open().await;
    issue(&shop, "key-1").await;
    shop.fake.add_billing_key("key-2", "naverpay").unwrap();
    let refused = shop.delete("/subscribe/customers/key-1?extra[requester]=customer").await;
    refused.refused(400, -1, "extra[requester] is not supported by nice");
    shop.delete("/subscribe/customers/key-2?extra[requester]=customer").await.done();
}

#[tokio::test]
async fn a_list_returns_only_existing_billing_keys() {
    let shop = Shop::open().await;
    let (first, second) = (issue(&shop, "key-1").await, issue(&shop, "key-2").await);
    let all = shop.get("/subscribe/customers?customer_uid[]=key-2&customer_uid[]=key-1").await;
    assert_eq!(all.done(), json!([second, first]));
    let part = shop.get("/subscribe/customers?customer_uid[]=key-1&customer_uid[]=key-3").await;
    assert_eq!((part.status, &part.body["code"]), (207, &json!(0)));
    assert_eq!(part.body["response"], json!([first]));
    assert_eq!(part.body["failed"][0]["customer_uid"], "key-3");
    let none = shop.get("/subscribe/customers?customer_uid[]=key-3").await;
    none.refused(404, -1, "등록된 고객정보가 없습니다.");
}

#[tokio::test]
async fn payments_of_a_billing_key_are_paginated_in_descending_order() {
    let shop = Shop::open().await;
    issue(&shop, "key-1").await;
    issue(&shop, "key-2").await;
    for number in 1..=21 {
        charge(&shop, "key-1", &format!("order-{number}")).await.done();
    }
    charge(&shop, "key-2", "order-of-another").await.done();
    let first = shop.get("/subscribe/customers/key-1/payments").await.done();
    assert_eq!((&first["total"], &first["next"]), (&json!(21), &json!(2)));
    assert_eq!(first["list"][0]["merchant_uid"], "order-21");
    let second = shop.get("/subscribe/customers/key-1/payments?page=2").await.done();
    assert_eq!((&second["previous"], &second["next"]), (&json!(1), &json!(0)));
    let orders: Vec<_> = second["list"].as_array().unwrap().iter().collect();
    assert_eq!((orders.len(), &orders[0]["merchant_uid"]), (1, &json!("order-1")));
}

#[tokio::test]
async fn a_super_billing_key_is_stored_at_every_accepting_channel() {
    let shop = Shop::open().await;
    shop.fake.add_channel_group("group-1", &["nice", "kcp"]).unwrap();
    shop.fake.decline(Decline::next("한도 초과"));
    let mut request = card();
    request["channel_group_id"] = json!("group-1");
    let key = shop.post("/subscribe/customers/key-1", request.clone()).await.done();
    assert_eq!((&key["channelGroupId"], key.get("pg_provider")), (&json!("group-1"), None));
    let (held, failed) = (&key["succeededChannels"], &key["failedChannels"]);
    assert_eq!((held.as_array().unwrap().len(), failed.as_array().unwrap().len()), (1, 1));
    assert_eq!((&held[0]["pg_provider"], &held[0]["inserted"]), (&json!("kcp"), &json!(NOW)));
    assert_eq!(
        (&failed[0]["pg_provider"], &failed[0]["type"]),
        (&json!("nice"), &json!("PG_PROVIDER"))
    );
    assert_eq!(shop.get("/subscribe/customers/key-1").await.done(), key);
    assert_eq!(charge(&shop, "key-1", "order-1").await.done()["pg_provider"], "kcp");
    shop.fake.decline(Decline::next("한도 초과").times(2));
    let refused = shop.post("/subscribe/customers/key-2", request).await;
    refused.refused(200, -1, "한도 초과");
}

#[tokio::test]
async fn paypal_does_not_report_the_buyers_choice() {
    let shop = Shop::open().await;
    shop.fake.add_billing_key("key-1", "paypal_v2").unwrap();
    let key = shop.get("/subscribe/customers/key-1").await.done();
    assert_eq!((&key["pg_provider"], &key["card_number"]), (&json!("paypal_v2"), &Value::Null));
    let request = json!({
        "customer_uid": "key-1", "merchant_uid": "order-1", "amount": 9.5, "name": "표",
        "currency": "USD",
    });
    let paid = shop.post("/subscribe/payments/again", request).await.done();
    assert_eq!((&paid["pay_method"], &paid["card_code"]), (&json!("paypal"), &Value::Null));
    assert_eq!(paid["amount"], 9.5);
}

#[tokio::test]
async fn billing_keys_and_routing_groups_are_added_over_http() {
    let shop = Shop::open().await;
    let key = json!({ "customer_uid": "key-1", "pg_provider": "kakaopay" });
    assert_eq!(shop.post("/_fake/billing-keys", key).await.status, 200);
    assert_eq!(charge(&shop, "key-1", "order-1").await.done()["pg_provider"], "kakaopay");
    let group = json!({ "id": "group-1", "gateways": ["kcp", "daou"] });
    assert_eq!(shop.post("/_fake/channel-groups", group).await.status, 200);
    let mut request = card();
    request["channel_group_id"] = json!("group-1");
    let key = shop.post("/subscribe/customers/key-2", request).await.done();
    assert_eq!(key["succeededChannels"][1]["pg_provider"], "daou");
    let nowhere = json!({ "customer_uid": "key-3", "pg_provider": "nowhere" });
    let answer = shop.post("/_fake/billing-keys", nowhere).await;
    assert_eq!(
        (answer.status, &answer.body["error"]),
        (400, &json!("there is no gateway nowhere"))
    );
}
