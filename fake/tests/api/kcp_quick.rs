//! Members of KCP QuickPay, and their prepaid money.

use std::time::Duration;

use portone_v1_fake::{Decline, KcpMember};
use serde_json::{Value, json};

use crate::shop::{NOW, Shop};

fn transaction(amount: i64) -> Value {
    json!({
        "btid": "1", "cust_ip": "192.0.2.1", "code_verifier": "x", "prepaid_auth_yn": "Y",
        "prepaid_amount": amount,
    })
}

/// A member with 5,000 won, and a transaction of 3,000 won.
async fn open() -> Shop {
    let shop = Shop::open().await;
    shop.fake.add_kcp_member(KcpMember::new("member-1").with_money(5_000));
    assert_eq!(prepare(&shop, "order-1", 3_000).await, Value::Null);
    shop
}

async fn prepare(shop: &Shop, merchant_uid: &str, amount: i64) -> Value {
    shop.post(&format!("/kcpquick/prepare/{merchant_uid}"), transaction(amount)).await.done()
}

fn take(merchant_uid: &str, imp_uid: &str, amount: i64) -> Value {
    json!({
        "member_id": "member-1", "channel_key": "channel-key-1", "merchant_uid": merchant_uid,
        "name": "표", "amount": amount, "imp_uid": imp_uid,
    })
}

#[tokio::test]
async fn a_transaction_is_registered_once_and_then_changed() {
    let shop = open().await;
    let path = "/kcpquick/prepare/order-1";
    shop.post(path, transaction(1)).await.refused(409, -1, "order-1 is already registered");
    assert_eq!(shop.put(path, transaction(4_000)).await.done(), Value::Null);
    let missing = shop.put("/kcpquick/prepare/order-2", transaction(1)).await;
    missing.refused(404, -1, "order-2");
    let imp_uid = shop.fake.confirm_kcp_pin("member-1", "order-1").unwrap();
    let before = shop.post("/kcpquick/payment/money", take("order-1", &imp_uid, 3_000)).await;
    before.refused(200, 1, "order-1 was registered with the amount 4000, but the payment is 3000");
    shop.post("/kcpquick/payment/money", take("order-1", &imp_uid, 4_000)).await.done();
}

#[tokio::test]
async fn an_invalid_transaction_is_rejected() {
    let shop = Shop::open().await;
    for (name, value, reason) in [
        ("cust_ip", json!("2001:db8::1"), "cust_ip must be an IPv4 address"),
        ("prepaid_amount", json!(1_000_000_000), "at most nine digits"),
        ("prepaid_amount", json!(1.5), "won have no fractions"),
        ("prepaid_amount", Value::Null, "prepaid_amount is missing"),
        ("vender_type", json!("VID1"), "vender_type"),
    ] {
        let mut request = transaction(1);
        request[name] = value;
        shop.post("/kcpquick/prepare/order-1", request).await.refused(400, -1, reason);
    }
    prepare(&shop, "order-1", 999_999_999).await;
}

#[tokio::test]
async fn prepaid_money_is_charged_after_the_pin() {
    let shop = open().await;
    let imp_uid = shop.fake.confirm_kcp_pin("member-1", "order-1").unwrap();
    let waiting = shop.get(&format!("/payments/{imp_uid}")).await.done();
    assert_eq!((&waiting["status"], &waiting["amount"]), (&json!("ready"), &json!(3_000)));
    shop.fake.advance(Duration::from_secs(30));
    let request = take("order-1", &imp_uid, 3_000);
    let paid = shop.post("/kcpquick/payment/money", request.clone()).await.done();
    assert_eq!((&paid["status"], &paid["imp_uid"]), (&json!("paid"), &json!(imp_uid)));
    assert_eq!((&paid["pg_provider"], &paid["name"]), (&json!("kcp_quick"), &json!("표")));
    assert_eq!(paid["paid_at"], NOW + 30);
    let again = shop.post("/kcpquick/payment/money", request).await;
    again.refused(200, 1, "already paid");
    let imp_uid = shop.fake.confirm_kcp_pin("member-1", "order-1").unwrap();
    let twice = shop.post("/kcpquick/payment/money", take("order-1", &imp_uid, 3_000)).await;
    twice.refused(200, 1, "이미 결제가 이루어진 거래건입니다.");
}

#[tokio::test]
async fn payments_lower_the_balance_and_refunds_raise_it() {
    let shop = open().await;
    let pay = async |merchant_uid: &str| {
        let imp_uid = shop.fake.confirm_kcp_pin("member-1", merchant_uid).unwrap();
        let request = take(merchant_uid, &imp_uid, 3_000);
        shop.post("/kcpquick/payment/money", request).await.done()
    };
    let first = pay("order-1").await;
    prepare(&shop, "order-2", 3_000).await;
    let failed = pay("order-2").await;
    assert_eq!(
        (&failed["status"], &failed["fail_reason"]),
        (&json!("failed"), &json!("member-1 has only 2000"))
    );
    let refund = json!({ "imp_uid": first["imp_uid"], "amount": 1_000 });
    shop.post("/payments/cancel", refund).await.done();
    shop.fake.decline(Decline::next("점검 중").of_order("order-2"));
    assert_eq!(pay("order-2").await["fail_reason"], "점검 중");
    assert_eq!(pay("order-2").await["status"], "paid");
}

#[tokio::test]
async fn nothing_is_charged_without_the_pin() {
    let shop = open().await;
    let imp_uid = shop.fake.confirm_kcp_pin("member-1", "order-1").unwrap();
    let path = "/kcpquick/payment/money";
    let mut request = take("order-1", &imp_uid, 3_000);
    request["member_id"] = json!("member-2");
    shop.post(path, request).await.refused(200, 1, "member-2 has not confirmed a PIN");
    let other = take("order-2", &imp_uid, 3_000);
    shop.post(path, other).await.refused(200, 1, "belongs to order-1");
    shop.post(path, take("order-1", "imp_0", 1)).await.refused(
        200,
        1,
        "존재하지 않는 결제정보입니다.",
    );
    let mut elsewhere = take("order-1", &imp_uid, 3_000);
    elsewhere["channel_key"] = json!("channel-key-kcp");
    shop.post(path, elsewhere).await.refused(400, -1, "kcp does not support");
    let path_of_member = "/kcpquick/members/member-1?site_code=x&partner_type=x&partner_subtype=x";
    shop.delete(path_of_member).await.done();
    let gone = shop.post(path, take("order-1", &imp_uid, 3_000)).await;
    gone.refused(200, 1, "there is no member member-1");
    shop.fake.add_kcp_member(KcpMember::new("member-1"));
    let unregistered = shop.fake.confirm_kcp_pin("member-1", "order-2").unwrap_err();
    assert!(unregistered.to_string().contains("order-2"));
    let unknown = shop.fake.confirm_kcp_pin("member-2", "order-1").unwrap_err();
    assert!(unknown.to_string().contains("member-2"));
}

#[tokio::test]
async fn an_automatic_payment_key_is_charged_until_it_is_deleted() {
    let shop = Shop::open().await;
    shop.fake.add_billing_key("key-1", "kcp_quick").unwrap();
    let charge = |merchant_uid: &str| {
        let request = json!({
            "customer_uid": "key-1", "merchant_uid": merchant_uid, "name": "표",
            "buyer_name": "홍길동", "amount": 700,
        });
        shop.post("/kcpquick/payment/autopay", request)
    };
    let paid = charge("order-1").await.done();
    assert_eq!((&paid["status"], &paid["customer_uid"]), (&json!("paid"), &json!("key-1")));
    assert_eq!(
        (&paid["pg_provider"], &paid["buyer_name"]),
        (&json!("kcp_quick"), &json!("홍길동"))
    );
    charge("order-1").await.refused(200, 1, "이미 결제가 이루어진 거래건입니다.");
    shop.fake.decline(Decline::next("한도 초과").of_billing_key("key-1"));
    assert_eq!(charge("order-2").await.done()["status"], "failed");
    let path = "/kcpquick/autopay/key-1";
    assert_eq!(shop.delete(path).await.done(), json!({ "customer_uid": "key-1" }));
    shop.delete(path).await.refused(404, -1, "no billing key key-1");
    charge("order-3").await.refused(
        200,
        1,
        "customer_uid(key-1)로 등록된 정보를 찾을 수 없습니다.",
    );
}

#[tokio::test]
async fn a_member_is_deleted_only_at_its_own_site() {
    let shop = Shop::open().await;
    let member = KcpMember::new("member-1").registered_under("T0000", "partner", "shop");
    shop.fake.add_kcp_member(member);
    let path = |site: &str| {
        format!(
            "/kcpquick/members/member-1?site_code={site}&partner_type=partner&partner_subtype=shop"
        )
    };
    shop.delete(&path("T0001")).await.refused(404, -1, "no member member-1");
    let bare = shop.delete("/kcpquick/members/member-1").await;
    bare.refused(400, -1, "site_code is missing");
    let deleted = shop.delete(&path("T0000")).await.done();
    assert_eq!(
        (&deleted["member_id"], &deleted["pg_provider"], &deleted["inserted"]),
        (&json!("member-1"), &json!("kcp_quick"), &json!(NOW))
    );
    shop.delete(&path("T0000")).await.refused(404, -1, "no member member-1");
}

#[tokio::test]
async fn fido_is_released_once() {
    let shop = Shop::open().await;
    shop.fake.add_kcp_member(KcpMember::new("member-1").with_fido());
    let path = "/kcpquick/members/member-1/fido/release";
    let request = json!({ "channel_key": "channel-key-1" });
    let released = shop.post(path, request.clone()).await.done();
    assert_eq!(released, json!({ "member_id": "member-1" }));
    let again = shop.post(path, request).await;
    assert_eq!(again.body["error"]["code"], "C210");
    again.refused(200, 1, "member-1 does not use FIDO");
    let elsewhere = json!({ "channel_key": "channel-key-nice" });
    shop.post(path, elsewhere).await.refused(400, -1, "nice does not support");
    shop.post(path, json!({})).await.refused(400, -1, "channel_key is missing");
}

#[tokio::test]
async fn members_are_added_over_http() {
    let shop = Shop::open().await;
    let member = json!({
        "member_id": "member-1", "money": 5_000, "fido": true, "site_code": "T0000",
        "partner_type": "partner", "partner_subtype": "shop",
    });
    assert_eq!(shop.post("/_fake/kcp-members", member).await.status, 200);
    prepare(&shop, "order-1", 5_000).await;
    let pin = json!({ "member_id": "member-1", "merchant_uid": "order-1" });
    let confirmed = shop.post("/_fake/kcp-pins", pin).await;
    let imp_uid = confirmed.body["imp_uid"].as_str().unwrap();
    let request = take("order-1", imp_uid, 5_000);
    assert_eq!(shop.post("/kcpquick/payment/money", request).await.done()["status"], "paid");
    let path = "/kcpquick/members/member-1/fido/release";
    shop.post(path, json!({ "channel_key": "channel-key-1" })).await.done();
    let path = "/kcpquick/members/member-1?site_code=x&partner_type=x&partner_subtype=x";
    shop.delete(path).await.refused(404, -1, "member-1");
}
