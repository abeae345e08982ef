//! Execution of scheduled charges when they are due.

use std::time::Duration;

use portone_v1_fake::Decline;
use serde_json::{Value, json};

use crate::inbox::Inbox;
use crate::schedules::{charge, open, read, set};
use crate::shop::{NOW, Shop};

fn pass(shop: &Shop, seconds: u64) {
    shop.fake.advance(Duration::from_secs(seconds));
}

async fn payment(shop: &Shop, imp_uid: &Value) -> Value {
    shop.get(&format!("/payments/{}", imp_uid.as_str().unwrap())).await.done()
}

#[tokio::test]
async fn charges_are_executed_when_due_and_in_order() {
    let shop = open().await;
    let mut first = charge("order-1", 200);
    first["custom_data"] = json!("달");
    first["card_quota"] = json!(3);
    set(&shop, json!([charge("order-2", 300), first, charge("order-3", 301)])).await;
    pass(&shop, 199);
    assert_eq!(read(&shop, "order-1").await["schedule_status"], "scheduled");
    pass(&shop, 101);
    let made = read(&shop, "order-1").await;
    assert_eq!(
        (&made["schedule_status"], &made["payment_status"]),
        (&json!("executed"), &json!("paid"))
    );
    assert_eq!((&made["executed_at"], &made["fail_reason"]), (&json!(NOW + 200), &Value::Null));
    let paid = payment(&shop, &made["imp_uid"]).await;
    assert_eq!((&paid["paid_at"], &paid["started_at"]), (&json!(NOW + 200), &json!(NOW + 200)));
    assert_eq!(
        (&paid["customer_uid"], &paid["customer_uid_usage"]),
        (&json!("key-1"), &json!("payment.scheduled"))
    );
    assert_eq!((&paid["name"], &paid["buyer_name"]), (&json!("구독"), &json!("홍길동")));
    assert_eq!((&paid["custom_data"], &paid["card_quota"]), (&json!("달"), &json!(3)));
    let second = read(&shop, "order-2").await;
    assert_eq!(second["executed_at"], NOW + 300);
    assert!(made["imp_uid"].as_str() < second["imp_uid"].as_str());
    assert_eq!(read(&shop, "order-3").await["schedule_status"], "scheduled");
    let page = shop.get("/subscribe/customers/key-1/payments").await.done();
    assert_eq!(page["total"], 2);
}

#[tokio::test]
async fn every_executed_charge_sends_a_webhook() {
    let (shop, inbox) = (open().await, Inbox::open().await);
    let told_at = |order: &str, seconds| {
        let mut charge = charge(order, seconds);
        charge["notice_url"] = json!(inbox.url);
        charge
    };
    set(&shop, json!([told_at("order-1", 120), told_at("order-2", 60)])).await;
    shop.fake.decline(Decline::next("한도 초과").of_order("order-2"));
    pass(&shop, 119);
    shop.fake.wait_until_idle().await;
    assert_eq!(inbox.claims().len(), 1);
    pass(&shop, 1);
    shop.fake.wait_until_idle().await;
    let (paid, failed) = (read(&shop, "order-1").await, read(&shop, "order-2").await);
    let claim = |made: &Value, status: &str| {
        let (imp_uid, order) = (&made["imp_uid"], &made["merchant_uid"]);
        json!({ "imp_uid": imp_uid, "merchant_uid": order, "status": status })
    };
    assert_eq!(inbox.claims(), [claim(&failed, "failed"), claim(&paid, "paid")]);
}

#[tokio::test]
async fn the_schedule_of_a_refunded_payment_shows_the_refund() {
    let shop = open().await;
    set(&shop, json!([charge("order-1", 60)])).await;
    pass(&shop, 60);
    let refund = json!({ "merchant_uid": "order-1" });
    shop.post("/payments/cancel", refund).await.done();
    assert_eq!(read(&shop, "order-1").await["payment_status"], "cancelled");
    let path = "/subscribe/payments/schedule/order-1/retry";
    shop.post(path, json!({})).await.refused(400, -1, "order-1 is already charged");
}

#[tokio::test]
async fn a_failed_charge_is_scheduled_again() {
    let shop = open().await;
    set(&shop, json!([charge("order-1", 60)])).await;
    shop.fake.decline(Decline::next("한도 초과").of_order("order-1").times(2));
    let retry = "/subscribe/payments/schedule/order-1/retry";
    shop.post(retry, json!({})).await.refused(400, -1, "order-1 is still scheduled");
    pass(&shop, 60);
    let failed = read(&shop, "order-1").await;
    assert_eq!(
        (&failed["schedule_status"], &failed["payment_status"]),
        (&json!("executed"), &json!("failed"))
    );
    assert_eq!(failed["fail_reason"], "한도 초과");
    assert_eq!(payment(&shop, &failed["imp_uid"]).await["failed_at"], NOW + 60);
    pass(&shop, 60);
    assert_eq!(shop.post(retry, json!({})).await.done()["status"], "failed");
    let paid = shop.post(retry, json!({})).await.done();
    assert_eq!((&paid["status"], &paid["paid_at"]), (&json!("paid"), &json!(NOW + 120)));
    let after = read(&shop, "order-1").await;
    assert_eq!((&after["imp_uid"], &after["payment_status"]), (&paid["imp_uid"], &json!("paid")));
    assert_eq!((&after["executed_at"], &after["fail_reason"]), (&json!(NOW + 120), &Value::Null));
    shop.post(retry, json!({})).await.refused(400, -1, "order-1 is already charged");
    let missing = "/subscribe/payments/schedule/order-2/retry";
    shop.post(missing, json!({})).await.refused(404, -1, "no schedule of order-2");
}

#[tokio::test]
async fn a_rescheduled_charge_is_executed_at_the_new_time() {
    let shop = open().await;
    set(&shop, json!([charge("order-1", 60), charge("order-2", 60)])).await;
    let only = json!({ "merchant_uid": ["order-2"] });
    shop.post("/subscribe/payments/unschedule", only).await.done();
    shop.fake.decline(Decline::next("한도 초과").of_order("order-1"));
    let at = |seconds: u64| json!({ "schedule_at": NOW + seconds });
    let path = |order: &str| format!("/subscribe/payments/schedule/{order}/reschedule");
    let due = shop.post(&path("order-1"), at(300)).await;
    due.refused(400, -1, "order-1 is still scheduled");
    pass(&shop, 60);
    shop.post(&path("order-1"), at(60)).await.refused(400, -1, "schedule_at is in the past");
    for order in ["order-1", "order-2"] {
        let set = shop.post(&path(order), at(300)).await.done();
        assert_eq!(
            (&set["schedule_status"], &set["schedule_at"]),
            (&json!("scheduled"), &json!(NOW + 300))
        );
        assert_eq!(
            (&set["executed_at"], &set["revoked_at"], &set["imp_uid"], &set["fail_reason"]),
            (&json!(0), &json!(0), &Value::Null, &Value::Null)
        );
    }
    pass(&shop, 240);
    for order in ["order-1", "order-2"] {
        let made = read(&shop, order).await;
        assert_eq!(
            (&made["payment_status"], &made["executed_at"]),
            (&json!("paid"), &json!(NOW + 300))
        );
        let again = shop.post(&path(order), at(600)).await;
        again.refused(400, -1, "is already charged");
    }
    shop.post(&path("order-3"), at(600)).await.refused(404, -1, "no schedule of order-3");
}

#[tokio::test]
async fn a_moved_charge_is_executed_only_at_the_new_time() {
    let shop = open().await;
    set(&shop, json!([charge("order-1", 60)])).await;
    let path = "/subscribe/payments/schedule/order-1";
    let at = |seconds: u64| json!({ "schedule_at": NOW + seconds });
    shop.put(path, at(0)).await.refused(400, -1, "schedule_at is in the past");
    shop.put(path, json!({})).await.refused(400, -1, "schedule_at is missing");
    assert_eq!(shop.put(path, at(120)).await.done()["schedule_at"], NOW + 120);
    pass(&shop, 119);
    assert_eq!(read(&shop, "order-1").await["schedule_status"], "scheduled");
    pass(&shop, 1);
    assert_eq!(read(&shop, "order-1").await["executed_at"], NOW + 120);
    shop.put(path, at(600)).await.refused(400, -1, "already executed");
    let missing = "/subscribe/payments/schedule/order-2";
    shop.put(missing, at(600)).await.refused(404, -1, "no schedule of order-2");
}

#[tokio::test]
async fn a_cancelled_charge_is_not_executed() {
    let shop = open().await;
    set(&shop, json!([charge("order-1", 60)])).await;
    let all = json!({ "customer_uid": "key-1" });
    shop.post("/subscribe/payments/unschedule", all).await.done();
    pass(&shop, 120);
    let revoked = read(&shop, "order-1").await;
    assert_eq!(
        (&revoked["schedule_status"], &revoked["payment_status"], &revoked["imp_uid"]),
        (&json!("revoked"), &Value::Null, &Value::Null)
    );
    shop.get("/payments/find/order-1").await.refused(404, -1, "존재하지 않는 결제정보입니다.");
    let path = "/subscribe/payments/schedule/order-1";
    let at = json!({ "schedule_at": NOW + 600 });
    shop.put(path, at).await.refused(400, -1, "already revoked");
    let paid = shop.post(&format!("{path}/retry"), json!({})).await.done();
    assert_eq!(paid["status"], "paid");
    assert_eq!(read(&shop, "order-1").await["revoked_at"], 0);
}

#[tokio::test]
async fn a_charge_without_its_billing_key_fails() {
    let shop = open().await;
    set(&shop, json!([charge("order-1", 60)])).await;
    shop.delete("/subscribe/customers/key-1").await.done();
    assert_eq!(read(&shop, "order-1").await["schedule_status"], "scheduled");
    pass(&shop, 60);
    let failed = read(&shop, "order-1").await;
    assert_eq!(failed["payment_status"], "failed");
    assert_eq!(failed["fail_reason"], "billing key key-1 was deleted");
    assert_eq!(payment(&shop, &failed["imp_uid"]).await["status"], "failed");
    let path = "/subscribe/payments/schedule/order-1/retry";
    shop.post(path, json!({})).await.refused(404, -1, "no billing key key-1");
}

#[tokio::test]
async fn an_order_paid_otherwise_is_not_charged_again() {
    let shop = open().await;
    set(&shop, json!([charge("order-1", 60)])).await;
    let at_once = json!({
        "customer_uid": "key-1", "merchant_uid": "order-1", "amount": 1_000, "name": "구독",
    });
    shop.post("/subscribe/payments/again", at_once).await.done();
    pass(&shop, 60);
    let refused = read(&shop, "order-1").await;
    assert_eq!((&refused["payment_status"], &refused["imp_uid"]), (&json!("failed"), &Value::Null));
    assert_eq!(refused["fail_reason"], "이미 결제가 이루어진 거래건입니다.");
    let page = shop.get("/subscribe/customers/key-1/payments").await.done();
    assert_eq!(page["total"], 1);
}

#[tokio::test]
async fn a_super_billing_key_is_charged_at_the_requested_channel() {
    let shop = Shop::open().await;
    shop.fake.add_channel_group("group-1", &["nice", "kcp"]).unwrap();
    let card = json!({
        "channel_key": "channel-key-1", "channel_group_id": "group-1",
        "card_number": "9410-1234-5678-9012", "expiry": "2030-12",
    });
    shop.post("/subscribe/customers/key-1", card).await.done();
    set(&shop, json!([charge("order-1", 60)])).await;
    let at_kcp = json!({
        "customer_uid": "key-1", "channel_key": "channel-key-kcp",
        "schedules": [charge("order-2", 60)],
    });
    shop.post("/subscribe/payments/schedule", at_kcp).await.done();
    pass(&shop, 60);
    let (first, second) = (read(&shop, "order-1").await, read(&shop, "order-2").await);
    assert_eq!((&first["pg_provider"], &second["pg_provider"]), (&json!("nice"), &json!("kcp")));
    assert_eq!(payment(&shop, &second["imp_uid"]).await["pg_provider"], "kcp");
}

#[tokio::test]
async fn thousands_of_charges_are_executed_in_order() {
    let shop = open().await;
    let charges: Vec<_> = (0..2_000)
        .map(|number| charge(&format!("order-{number}"), 1 + (number * 7) % 1_000))
        .collect();
    set(&shop, json!(charges)).await;
    pass(&shop, 1_000);
    let path = format!(
        "/subscribe/payments/schedule?schedule_from={NOW}&schedule_to={}&schedule_status=executed\
         &sorting=scheduled&limit=1000&page=2",
        NOW + 1_001
    );
    let page = shop.get(&path).await.done();
    assert_eq!((&page["total"], &page["next"]), (&json!(2_000), &json!(0)));
    let list = page["list"].as_array().unwrap();
    assert!(list.iter().all(|one| one["executed_at"] == one["schedule_at"]));
    let numbers: Vec<_> = list.iter().map(|one| one["imp_uid"].as_str().unwrap()).collect();
    assert!(numbers.is_sorted());
}
