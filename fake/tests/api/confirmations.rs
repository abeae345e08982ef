//! The confirm process: the shop decides right before the approval.

use std::time::Duration;

use portone_v1_fake::{Buyer, Fake};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::inbox::{Inbox, closed_port};
use crate::shop::{NOW, Shop};

async fn payment(shop: &Shop, order: &str) -> Value {
    shop.get(&format!("/payments/find/{order}")).await.done()
}

#[tokio::test]
async fn a_confirmed_payment_is_approved() {
    let (hook, confirm) = (Inbox::open().await, Inbox::open().await);
    let shop = Shop::at(Fake::builder().clock_at(NOW).webhook_url(&hook.url)).await;
    let buyer = Buyer::new("order-1", 1_000).confirm_url(&confirm.url);
    let imp_uid = shop.fake.pay(buyer).unwrap();
    shop.fake.wait_until_idle().await;
    let asked = json!({ "imp_uid": imp_uid, "merchant_uid": "order-1", "amount": 1_000 });
    assert_eq!(confirm.claims(), [asked]);
    assert_eq!(confirm.told()[0].0, "application/json");
    assert_eq!(
        (payment(&shop, "order-1").await["status"].clone(), hook.orders().len()),
        (json!("paid"), 1)
    );
}

#[tokio::test]
async fn any_other_answer_stops_the_payment_with_its_reason() {
    let confirm = Inbox::open().await;
    let shop = Shop::open().await;
    let answers = [
        (409, r#"{"reason":"품절"}"#, "품절"),
        (201, r#"{"reason":"늦음"}"#, "늦음"),
        (500, "<html>", "알 수 없음"),
        (400, r#"{"reason":""}"#, "알 수 없음"),
    ];
    for (status, body, reason) in answers {
        confirm.answer_with(status, body);
        let order = format!("order-{status}");
        let visit = json!({ "merchant_uid": order, "amount": 1_000, "confirm_url": confirm.url });
        let visit = shop.post("/_fake/pay", visit).await.body;
        let expected = format!("고객사 요청에 의해 결제를 중단합니다. (상세사유 : {reason})");
        let payment = payment(&shop, &order).await;
        assert_eq!(
            (&payment["status"], &payment["fail_reason"]),
            (&json!("failed"), &json!(expected))
        );
        assert_eq!(visit["callback"]["error_msg"], expected);
    }
}

/// A shop that was asked to confirm `order-1` and has not answered, for as long as its side is held.
async fn asked_in_vain() -> (Shop, impl Sized) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/confirm", listener.local_addr().unwrap());
    let shop = Shop::open().await;
    shop.fake.pay(Buyer::new("order-1", 1_000).confirm_url(url)).unwrap();
    let accepted = listener.accept().await.unwrap();
    (shop, (listener, accepted))
}

#[tokio::test]
async fn the_shop_has_ten_seconds_of_the_servers_clock() {
    let (shop, _silent) = asked_in_vain().await;
    shop.fake.advance(Duration::from_secs(9));
    tokio::time::sleep(Duration::from_millis(150)).await;
    assert_eq!(payment(&shop, "order-1").await["status"], "ready");
    shop.fake.advance(Duration::from_secs(1));
    shop.fake.wait_until_idle().await;
    let payment = payment(&shop, "order-1").await;
    assert_eq!(payment["status"], "failed");
    assert!(payment["fail_reason"].as_str().unwrap().contains("알 수 없음"));
}

#[tokio::test]
async fn an_unreachable_or_foreign_shop_approves_nothing() {
    let shop = Shop::open().await;
    let closed = closed_port();
    let url = format!("http://{}/confirm", closed.local_addr().unwrap());
    shop.fake.pay(Buyer::new("order-1", 1_000).confirm_url(url)).unwrap();
    shop.fake.wait_until_idle().await;
    assert_eq!(payment(&shop, "order-1").await["status"], "failed");
    let foreign = Buyer::new("order-2", 1_000).confirm_url("http://shop.example/confirm");
    assert!(shop.fake.pay(foreign).unwrap_err().to_string().contains("allow_webhooks_to"));
    shop.get("/payments/find/order-2").await.refused(404, -1, "");
}

#[tokio::test]
async fn a_reset_forgets_the_question() {
    let (shop, _silent) = asked_in_vain().await;
    shop.fake.reset();
    shop.fake.pay(Buyer::new("order-1", 2_000)).unwrap();
    shop.fake.advance(Duration::from_secs(10));
    shop.fake.wait_until_idle().await;
    assert_eq!(payment(&shop, "order-1").await["status"], "paid");
}
