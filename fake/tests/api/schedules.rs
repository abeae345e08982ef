//! Scheduled charges: creation, lists, changes and cancellation.

use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

const SCHEDULES: &str = "/subscribe/payments/schedule";

/// A shop with a billing key.
pub(crate) async fn open() -> Shop {
    let shop = Shop::open().await;
    let card = json!({
        "channel_key": "channel-key-1", "card_number": "9410-1234-5678-9012",
        "expiry": "2030-12", "customer_name": "홍길동",
    });
    shop.post("/subscribe/customers/key-1", card).await.done();
    shop
}

/// A charge of 1,000 won so many seconds from now.
pub(crate) fn charge(merchant_uid: &str, seconds: u64) -> Value {
    json!({
        "merchant_uid": merchant_uid, "schedule_at": NOW + seconds, "currency": "KRW",
        "amount": 1_000, "name": "구독",
    })
}

fn of_key(customer_uid: &str, charges: Value) -> Value {
    json!({ "customer_uid": customer_uid, "schedules": charges })
}

/// Sets charges of `key-1`.
pub(crate) async fn set(shop: &Shop, charges: Value) -> Value {
    shop.post(SCHEDULES, of_key("key-1", charges)).await.done()
}

/// The schedule of an order as it stands.
pub(crate) async fn read(shop: &Shop, merchant_uid: &str) -> Value {
    let found = shop.get(&format!("{SCHEDULES}/{merchant_uid}")).await.done();
    assert_eq!(found.as_array().unwrap().len(), 1);
    found[0].clone()
}

fn orders(page: &Value) -> Vec<&str> {
    let list = page["list"].as_array().unwrap();
    list.iter().map(|one| one["merchant_uid"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_scheduled_charge_is_pending_until_due() {
    let shop = open().await;
    let mut asked = charge("order-1", 600);
    asked["buyer_tel"] = json!("010-1234-5678");
    asked["custom_data"] = json!("{}");
    let set = set(&shop, json!([asked])).await;
    let one = &set[0];
    assert_eq!(
        (&one["schedule_status"], &one["payment_status"]),
        (&json!("scheduled"), &Value::Null)
    );
    assert_eq!((&one["imp_uid"], &one["executed_at"]), (&Value::Null, &json!(0)));
    assert_eq!((&one["schedule_at"], &one["amount"]), (&json!(NOW + 600), &json!(1_000)));
    // What the request does not say of the buyer is known of the card's holder.
    assert_eq!(
        (&one["buyer_name"], &one["buyer_tel"]),
        (&json!("홍길동"), &json!("010-1234-5678"))
    );
    assert_eq!((&one["pg_provider"], &one["custom_data"]), (&json!("nice"), &json!("{}")));
    assert_eq!(read(&shop, "order-1").await, *one);
    shop.get(&format!("{SCHEDULES}/order-2")).await.refused(404, -1, "no schedule of order-2");
}

#[tokio::test]
async fn schedules_are_created_all_or_none() {
    let shop = open().await;
    set(&shop, json!([charge("order-1", 600)])).await;
    let (new, again, past) = (charge("order-2", 60), charge("order-1", 60), charge("order-3", 0));
    for (wrong, reason) in [
        (again, "order-1 is already scheduled"),
        (new.clone(), "order-2 is already scheduled"),
        (past, "schedule_at of order-3 is in the past"),
    ] {
        let refused = shop.post(SCHEDULES, of_key("key-1", json!([new, wrong]))).await;
        refused.refused(200, 1, reason);
    }
    let mut nothing = charge("order-3", 60);
    nothing["amount"] = json!(0);
    let refused = shop.post(SCHEDULES, of_key("key-1", json!([new, nothing]))).await;
    refused.refused(400, -1, "schedules[1].amount is missing");
    shop.get(&format!("{SCHEDULES}/order-2")).await.refused(404, -1, "order-2");
}

#[tokio::test]
async fn a_card_creates_the_missing_billing_key() {
    let shop = open().await;
    let mut request = of_key("key-2", json!([charge("order-1", 600)]));
    let refused = shop.post(SCHEDULES, request.clone()).await;
    refused.refused(200, 1, "등록된 고객정보가 없습니다.");
    request["card_number"] = json!("5123-4500-0000-0000");
    shop.post(SCHEDULES, request.clone()).await.refused(400, -1, "expiry is missing");
    request["expiry"] = json!("2030-12");
    request["birth"] = json!("900101");
    shop.fake.decline(portone_v1_fake::Decline::next("분실 카드"));
    shop.post(SCHEDULES, request.clone()).await.refused(200, -1, "[F112] 분실 카드");
    shop.get("/subscribe/customers/key-2").await.refused(200, 1, "key-2");
    shop.post(SCHEDULES, request).await.done();
    let key = shop.get("/subscribe/customers/key-2").await.done();
    assert_eq!(key["card_number"], "512345**********");
}

#[tokio::test]
async fn a_card_is_test_charged_on_request() {
    let shop = open().await;
    let mut request = of_key("key-1", json!([charge("order-1", 600)]));
    request["checking_amount"] = json!(100);
    shop.fake.decline(portone_v1_fake::Decline::next("한도 초과"));
    shop.post(SCHEDULES, request.clone()).await.refused(200, -1, "한도 초과");
    shop.post(SCHEDULES, request).await.done();
}

#[tokio::test]
async fn the_end_of_a_time_span_is_exclusive() {
    let shop = open().await;
    let charges = [("order-1", 600), ("order-2", 200), ("order-3", 400)];
    set(&shop, json!(charges.map(|(order, seconds)| charge(order, seconds)))).await;
    let path = format!("{SCHEDULES}?schedule_from={}&schedule_to={}", NOW + 200, NOW + 600);
    let page = shop.get(&path).await.done();
    assert_eq!((orders(&page), &page["total"]), (vec!["order-3", "order-2"], &json!(2)));
    let first = shop.get(&format!("{path}&sorting=scheduled&limit=1")).await.done();
    assert_eq!((orders(&first), &first["next"]), (vec!["order-2"], &json!(2)));
    let second = shop.get(&format!("{path}&sorting=scheduled&limit=1&page=2")).await.done();
    assert_eq!((orders(&second), &second["previous"]), (vec!["order-3"], &json!(1)));
    let made = shop.get(&format!("{path}&schedule_status=executed")).await.done();
    assert_eq!(made["total"], 0);
}

#[tokio::test]
async fn an_invalid_search_is_rejected() {
    let shop = open().await;
    let paths = [SCHEDULES, "/subscribe/customers/key-1/schedules"];
    for (path, names) in paths.iter().zip([["schedule_from", "schedule_to"], ["from", "to"]]) {
        let search = |to| format!("{path}?{}={NOW}&{}={to}", names[0], names[1]);
        shop.get(&search(NOW - 1)).await.refused(400, -1, "must not be before");
        let too_far = NOW + 93 * 24 * 60 * 60;
        shop.get(&search(too_far)).await.refused(400, -1, "is three months");
        shop.get(path).await.refused(400, -1, &format!("{} is missing", names[0]));
    }
    let odd = format!("{SCHEDULES}?schedule_from={NOW}&schedule_to={NOW}&schedule_status=gone");
    shop.get(&odd).await.refused(400, -1, "schedule_status");
}

#[tokio::test]
async fn schedules_of_a_billing_key_are_listed_at_both_routes() {
    let shop = open().await;
    shop.fake.add_billing_key("key-2", "kakaopay").unwrap();
    set(&shop, json!([charge("order-1", 200), charge("order-2", 400)])).await;
    let other = of_key("key-2", json!([charge("order-3", 300)]));
    shop.post(SCHEDULES, other).await.done();
    let cancelled = json!({ "customer_uid": "key-1", "merchant_uid": ["order-1"] });
    shop.post("/subscribe/payments/unschedule", cancelled).await.done();
    let time = format!("from={NOW}&to={}", NOW + 401);
    for path in [
        format!("/subscribe/customers/key-1/schedules?{time}"),
        format!("{SCHEDULES}/customers/key-1?{time}"),
    ] {
        let page = shop.get(&path).await.done();
        assert_eq!((orders(&page), &page["total"]), (vec!["order-2", "order-1"], &json!(2)));
        let revoked = shop.get(&format!("{path}&schedule-status=revoked")).await.done();
        assert_eq!(orders(&revoked), ["order-1"]);
        let second = shop.get(&format!("{path}&page=2")).await.done();
        assert_eq!((orders(&second), &second["total"]), (vec![], &json!(2)));
    }
}

#[tokio::test]
async fn unsupported_gateways_are_rejected() {
    let shop = open().await;
    shop.fake.add_billing_key("key-2", "tosspay_v2").unwrap();
    let request = of_key("key-2", json!([charge("order-1", 60)]));
    shop.post(SCHEDULES, request).await.done();
    let later = json!({ "schedule_at": NOW + 600 });
    let refused = shop.put(&format!("{SCHEDULES}/order-1"), later).await;
    refused.refused(400, -1, "tosspay_v2 does not support schedules.change");
    shop.fake.add_billing_key("key-3", "smartro_v2").unwrap();
    let request = of_key("key-3", json!([charge("order-2", 60)]));
    let refused = shop.post(SCHEDULES, request).await;
    refused.refused(400, -1, "schedules.buyer_tel is missing; smartro_v2 requires it");
}

#[tokio::test]
async fn schedules_are_cancelled_singly_or_by_billing_key() {
    let shop = open().await;
    shop.fake.add_billing_key("key-2", "kakaopay").unwrap();
    set(&shop, json!([charge("order-1", 60), charge("order-2", 60), charge("order-3", 60)])).await;
    let other = of_key("key-2", json!([charge("order-4", 60)]));
    shop.post(SCHEDULES, other).await.done();
    let cancel = |request| shop.post("/subscribe/payments/unschedule", request);
    let revoked = cancel(json!({ "merchant_uid": ["order-1", "order-0"] })).await.done();
    assert_eq!(revoked.as_array().unwrap().len(), 1);
    assert_eq!(
        (&revoked[0]["schedule_status"], &revoked[0]["revoked_at"]),
        (&json!("revoked"), &json!(NOW))
    );
    let again = cancel(json!({ "merchant_uid": ["order-1"] })).await;
    again.refused(200, 1, "취소할 예약결제 기록이 존재하지 않습니다.");
    let of_another = cancel(json!({ "customer_uid": "key-1", "merchant_uid": ["order-4"] })).await;
    of_another.refused(200, 1, "취소할 예약결제 기록이 존재하지 않습니다.");
    let all = cancel(json!({ "customer_uid": "key-1" })).await.done();
    let all: Vec<_> = all.as_array().unwrap().iter().map(|one| &one["merchant_uid"]).collect();
    assert_eq!(all, ["order-2", "order-3"]);
    assert_eq!(read(&shop, "order-4").await["schedule_status"], "scheduled");
    cancel(json!({ "customer_uid": "key-1" })).await.refused(
        200,
        1,
        "취소할 예약결제 기록이 존재하지 않습니다.",
    );
    cancel(json!({})).await.refused(400, -1, "customer_uid or merchant_uid is missing");
}
