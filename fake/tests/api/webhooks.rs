//! Webhook deliveries and their order.

mod delivery_order;
mod failed_deliveries;

use portone_v1_fake::{Buyer, Fake, WebhookFormat};
use serde_json::{Value, json};

use crate::inbox::Inbox;
use crate::shop::{NOW, Shop};

async fn open(inbox: &Inbox) -> Fake {
    Fake::builder().clock_at(NOW).webhook_url(&inbox.url).start().await.unwrap()
}

fn pay(fake: &Fake, orders: &[&str]) -> Vec<String> {
    orders.iter().map(|order| fake.pay(Buyer::new(*order, 100)).unwrap()).collect()
}

#[tokio::test]
async fn a_payment_is_notified_to_the_console_url() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    let imp_uid = pay(&fake, &["order-1"]).remove(0);
    fake.wait_until_idle().await;
    let claim = json!({ "imp_uid": imp_uid, "merchant_uid": "order-1", "status": "paid" });
    assert_eq!(inbox.claims(), [claim]);
    let sent = fake.webhooks().remove(0);
    assert_eq!((sent.number(), sent.attempts(), sent.status()), (1, 1, Some(200)));
    assert_eq!((sent.url(), sent.is_pending(), sent.error()), (Some(&*inbox.url), false, None));
    assert_eq!(inbox.told()[0], (sent.content_type().to_owned(), sent.body().to_owned()));
}

#[tokio::test]
async fn notice_url_replaces_the_console_url() {
    let (inbox, first, second) = tokio::join!(Inbox::open(), Inbox::open(), Inbox::open());
    let fake = open(&inbox).await;
    let buyer = Buyer::new("order-1", 100).notice_url(&first.url).notice_url(&second.url);
    fake.pay(buyer).unwrap();
    fake.wait_until_idle().await;
    let told = [&inbox, &first, &second].map(|inbox| inbox.orders().len());
    assert_eq!(told, [0, 1, 1]);
}

#[tokio::test]
async fn json_and_form_bodies_are_equivalent() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    for form in [
        WebhookFormat::Json,
        WebhookFormat::JsonWithCharset,
        WebhookFormat::Form,
        WebhookFormat::FormWithCharset,
    ] {
        fake.set_webhook_format(form);
        pay(&fake, &[&format!("표 {form:?}")]);
    }
    fake.wait_until_idle().await;
    let told = inbox.told();
    let json: Value = serde_json::from_str(&told[1].1).unwrap();
    let form: Vec<_> = form_urlencoded::parse(told[3].1.as_bytes()).into_owned().collect();
    assert_eq!(told[1].0, "application/json; charset=utf-8");
    assert_eq!(told[3].0, "application/x-www-form-urlencoded; charset=utf-8");
    assert_eq!(json["merchant_uid"], "표 JsonWithCharset");
    assert!(
        form.contains(&("merchant_uid".to_owned(), "표 FormWithCharset".to_owned())),
        "{form:?}"
    );
    assert_eq!(
        (&*told[0].0, &*told[2].0),
        ("application/json", "application/x-www-form-urlencoded")
    );
}

#[tokio::test]
async fn tests_resend_and_forge_webhooks() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    let imp_uid = pay(&fake, &["order-1"]).remove(0);
    fake.notify(&imp_uid).unwrap();
    fake.withhold_webhooks();
    let lie = json!({ "imp_uid": "imp_0", "merchant_uid": "lie", "status": "paid", "extra": 1 });
    assert_eq!(fake.forge_webhook(&inbox.url, &lie).unwrap(), 3);
    fake.wait_until_idle().await;
    assert_eq!(inbox.orders(), ["order-1", "order-1", "lie"]);
    assert_eq!(inbox.claims()[2], lie);
    assert!(
        fake.notify("imp_0").unwrap_err().to_string().contains("존재하지 않는 결제정보입니다.")
    );
    assert!(
        fake.forge_webhook(&inbox.url, &json!("lie"))
            .unwrap_err()
            .to_string()
            .contains("must be an object")
    );
    assert!(
        fake.forge_webhook("http://shop.example", &lie).unwrap_err().to_string().contains("allow")
    );
}

#[test]
fn tests_without_async_settle_too() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let inbox = runtime.block_on(Inbox::open());
    let fake = Fake::builder().webhook_url(&inbox.url).start_blocking().unwrap();
    pay(&fake, &["a", "b", "c"]);
    fake.wait_until_idle_blocking();
    assert_eq!(inbox.orders(), ["a", "b", "c"]);
}

#[tokio::test]
async fn webhooks_are_controlled_over_http() {
    let inbox = Inbox::open().await;
    let shop = Shop::open().await;
    let settings = json!({ "url": inbox.url, "copies": 2, "withheld": true, "retries": true });
    let set = shop.post("/_fake/webhooks", settings).await.body;
    assert_eq!((&set["copies"], &set["content_type"]), (&json!(2), &json!("application/json")));
    let form = "application/x-www-form-urlencoded";
    assert_eq!(
        shop.post("/_fake/webhooks", json!({ "content_type": "text/xml", "copies": 9 }))
            .await
            .status,
        400
    );
    let imp_uid = pay(&shop.fake, &["a"]).remove(0);
    assert_eq!(
        shop.post("/_fake/webhooks", json!({ "copies": 1, "content_type": form })).await.status,
        200
    );
    assert_eq!(
        shop.post("/_fake/webhooks/notify", json!({ "imp_uid": imp_uid })).await.status,
        200
    );
    assert_eq!(
        shop.post("/_fake/webhooks/release", json!({ "order": "reversed" })).await.status,
        200
    );
    let told = shop.post("/_fake/webhooks/wait", json!({})).await.body;
    assert_eq!(told, shop.get("/_fake/webhooks").await.body);
    let types: Vec<_> = inbox.told().into_iter().map(|(content_type, _)| content_type).collect();
    assert_eq!(types, [form, "application/json", "application/json"]);
    assert_eq!((&told[2]["body"], &told[2]["status"]), (&json!(inbox.told()[0].1), &json!(200)));
    let lie = json!({ "url": inbox.url, "body": { "merchant_uid": "lie" } });
    assert_eq!(shop.post("/_fake/webhooks/forge", lie).await.body, json!({ "number": 4 }));
    shop.post("/_fake/webhooks/wait", json!({})).await;
    assert_eq!(inbox.told()[3].1, "merchant_uid=lie");
}
