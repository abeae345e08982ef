//! What a shop is told, and when.

use std::time::Duration;

use portone_v1_fake::{Buyer, Fake, Release, WebhookForm};
use serde_json::{Value, json};

use crate::inbox::Inbox;
use crate::shop::{NOW, Shop};

async fn open(inbox: &Inbox) -> Fake {
    Fake::builder().clock_at(NOW).webhook(&inbox.url).start().await.unwrap()
}

fn pay(fake: &Fake, orders: &[&str]) -> Vec<String> {
    orders.iter().map(|order| fake.pay(Buyer::new(*order, 100)).unwrap()).collect()
}

#[tokio::test]
async fn a_payment_is_told_to_the_console_s_address() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    let imp_uid = pay(&fake, &["order-1"]).remove(0);
    fake.settle().await;
    let claim = json!({ "imp_uid": imp_uid, "merchant_uid": "order-1", "status": "paid" });
    assert_eq!(inbox.claims(), [claim]);
    let sent = fake.webhooks().remove(0);
    assert_eq!((sent.number(), sent.attempts(), sent.status()), (1, 1, Some(200)));
    assert_eq!((sent.url(), sent.is_waiting(), sent.problem()), (Some(&*inbox.url), false, None));
    assert_eq!(inbox.told()[0], (sent.content_type().to_owned(), sent.body().to_owned()));
}

#[tokio::test]
async fn a_notice_url_goes_before_the_console_s() {
    let (inbox, first, second) = tokio::join!(Inbox::open(), Inbox::open(), Inbox::open());
    let fake = open(&inbox).await;
    let buyer = Buyer::new("order-1", 100).notice_url(&first.url).notice_url(&second.url);
    fake.pay(buyer).unwrap();
    fake.settle().await;
    let told = [&inbox, &first, &second].map(|inbox| inbox.orders().len());
    assert_eq!(told, [0, 1, 1]);
}

#[tokio::test]
async fn every_form_of_the_body_says_the_same() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    for form in [
        WebhookForm::Json,
        WebhookForm::JsonWithCharset,
        WebhookForm::Form,
        WebhookForm::FormWithCharset,
    ] {
        fake.set_webhook_form(form);
        pay(&fake, &["표 1"]);
    }
    fake.settle().await;
    let told = inbox.told();
    let json: Value = serde_json::from_str(&told[1].1).unwrap();
    let form: Vec<_> = form_urlencoded::parse(told[3].1.as_bytes()).into_owned().collect();
    assert_eq!(told[1].0, "application/json; charset=utf-8");
    assert_eq!(told[3].0, "application/x-www-form-urlencoded; charset=utf-8");
    assert_eq!(json["merchant_uid"], "표 1");
    assert!(form.contains(&("merchant_uid".to_owned(), "표 1".to_owned())), "{form:?}");
    assert_eq!(
        (&*told[0].0, &*told[2].0),
        ("application/json", "application/x-www-form-urlencoded")
    );
}

#[tokio::test]
async fn duplicates_come_as_often_as_asked() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.duplicate_webhooks(3);
    pay(&fake, &["a"]);
    fake.duplicate_webhooks(0);
    pay(&fake, &["b"]);
    fake.settle().await;
    assert_eq!(inbox.orders(), ["a", "a", "a"]);
}

#[tokio::test]
async fn delayed_ones_come_when_time_has_passed() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.delay_webhooks(Duration::from_secs(30));
    pay(&fake, &["late"]);
    fake.delay_webhooks(Duration::ZERO);
    pay(&fake, &["early"]);
    fake.advance(Duration::from_secs(29));
    fake.settle().await;
    assert_eq!(inbox.orders(), ["early"]);
    assert!(fake.webhooks()[0].is_waiting());
    fake.advance(Duration::from_secs(1));
    fake.settle().await;
    assert_eq!(inbox.orders(), ["early", "late"]);
}

#[tokio::test]
async fn withheld_ones_come_in_the_order_that_a_test_wants() {
    for (order, expected) in
        [(Release::InOrder, ["a", "b", "c", "d"]), (Release::Reversed, ["d", "c", "b", "a"])]
    {
        let inbox = Inbox::open().await;
        let fake = open(&inbox).await;
        fake.withhold_webhooks();
        pay(&fake, &["a", "b", "c", "d"]);
        fake.advance(Duration::from_secs(3_600));
        fake.settle().await;
        assert_eq!(inbox.orders().len(), 0);
        fake.release_webhooks(order);
        fake.settle().await;
        assert_eq!(inbox.orders(), expected);
    }
}

async fn shuffled(seed: u64) -> Vec<String> {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.withhold_webhooks();
    pay(&fake, &["a", "b", "c", "d", "e", "f"]);
    fake.release_webhooks(Release::Shuffled(seed));
    fake.settle().await;
    inbox.orders()
}

#[tokio::test]
async fn shuffled_alike_with_the_same_seed() {
    let first = shuffled(5).await;
    assert_eq!(first, shuffled(5).await);
    assert_ne!(first, ["a", "b", "c", "d", "e", "f"]);
    let mut sorted = first;
    sorted.sort();
    assert_eq!(sorted, ["a", "b", "c", "d", "e", "f"]);
}

#[tokio::test]
async fn one_can_be_let_go_before_the_others() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    fake.withhold_webhooks();
    pay(&fake, &["a", "b"]);
    fake.release_webhook(2).unwrap();
    fake.settle().await;
    assert_eq!(inbox.orders(), ["b"]);
    assert!(fake.release_webhook(2).unwrap_err().to_string().contains("no withheld webhook 2"));
}

#[tokio::test]
async fn a_shop_that_does_not_listen_is_told_five_times_more() {
    let inbox = Inbox::open().await;
    inbox.answer(500);
    let fake = open(&inbox).await;
    fake.resend_webhooks(true);
    pay(&fake, &["order-1"]);
    for minute in 1..=7 {
        fake.settle().await;
        assert_eq!(inbox.orders().len(), minute.min(6));
        fake.advance(Duration::from_secs(59));
        fake.settle().await;
        assert_eq!(inbox.orders().len(), minute.min(6));
        fake.advance(Duration::from_secs(1));
    }
    let given_up = fake.webhooks().remove(0);
    assert_eq!(
        (given_up.attempts(), given_up.status(), given_up.is_waiting()),
        (6, Some(500), false)
    );
}

#[tokio::test]
async fn a_shop_that_listens_at_last_is_left_alone() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    inbox.answer(302);
    pay(&fake, &["not told again"]);
    fake.settle().await;
    fake.resend_webhooks(true);
    pay(&fake, &["told again"]);
    fake.settle().await;
    inbox.answer(204);
    fake.advance(Duration::from_secs(600));
    fake.settle().await;
    assert_eq!(inbox.orders(), ["not told again", "told again", "told again"]);
}

#[tokio::test]
async fn what_is_not_sent_says_why() {
    let fake = Fake::builder().clock_at(NOW).start().await.unwrap();
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    for url in
        ["http://shop.example/hook", "https://127.0.0.1/hook", "shop", &format!("http://{closed}")]
    {
        fake.pay(Buyer::new("order", 1).notice_url(url)).unwrap();
    }
    pay(&fake, &["order"]);
    fake.settle().await;
    let webhooks = fake.webhooks();
    let problems: Vec<_> = webhooks.iter().map(|one| one.problem().unwrap()).collect();
    for (problem, part) in problems.iter().zip([
        "shop.example is not this machine: allow it with allow_webhooks_to",
        "only http://",
        "http://",
        "refused",
        "no notice_url",
    ]) {
        assert!(problem.contains(part), "{problem}");
    }
    let attempts: Vec<_> = webhooks.iter().map(|one| one.attempts()).collect();
    assert_eq!(attempts, [0, 0, 0, 1, 0]);
}

#[tokio::test]
async fn an_allowed_host_is_called() {
    let fake = Fake::builder().allow_webhooks_to("shop.invalid").start().await.unwrap();
    fake.pay(Buyer::new("order", 1).notice_url("http://shop.invalid/hook")).unwrap();
    fake.settle().await;
    let sent = fake.webhooks().remove(0);
    // No name ends in `.invalid`, so this is the resolver's answer.
    assert_eq!((sent.attempts(), sent.status(), sent.problem().is_some()), (1, None, true));
}

#[tokio::test]
async fn a_shop_that_never_answers_is_given_up() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let builder = Fake::builder().webhook(url).patience(Duration::from_millis(100));
    let fake = builder.start().await.unwrap();
    pay(&fake, &["order"]);
    fake.settle().await;
    assert_eq!(fake.webhooks()[0].problem(), Some("the shop takes too long"));
}

#[tokio::test]
async fn tests_tell_again_and_tell_lies() {
    let inbox = Inbox::open().await;
    let fake = open(&inbox).await;
    let imp_uid = pay(&fake, &["order-1"]).remove(0);
    fake.notify(&imp_uid).unwrap();
    fake.withhold_webhooks();
    let lie = json!({ "imp_uid": "imp_0", "merchant_uid": "lie", "status": "paid", "extra": 1 });
    assert_eq!(fake.forge(&inbox.url, &lie).unwrap(), 3);
    fake.settle().await;
    assert_eq!(inbox.orders(), ["order-1", "order-1", "lie"]);
    assert_eq!(inbox.claims()[2], lie);
    assert!(fake.notify("imp_0").unwrap_err().to_string().contains("no payment imp_0"));
    assert!(fake.forge(&inbox.url, &json!("lie")).unwrap_err().to_string().contains("no object"));
    assert!(fake.forge("http://shop.example", &lie).unwrap_err().to_string().contains("allow"));
}

#[tokio::test]
async fn a_clock_that_runs_sends_delayed_ones_by_itself() {
    let inbox = Inbox::open().await;
    let fake = Fake::builder().webhook(&inbox.url).start().await.unwrap();
    fake.delay_webhooks(Duration::from_secs(1));
    pay(&fake, &["order-1"]);
    while inbox.orders().is_empty() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(inbox.orders(), ["order-1"]);
}

#[test]
fn tests_without_async_settle_too() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let inbox = runtime.block_on(Inbox::open());
    let fake = Fake::builder().webhook(&inbox.url).start_blocking().unwrap();
    pay(&fake, &["a", "b", "c"]);
    fake.settle_blocking();
    assert_eq!(inbox.orders(), ["a", "b", "c"]);
}

#[tokio::test]
async fn other_languages_steer_them_over_http() {
    let inbox = Inbox::open().await;
    let shop = Shop::open().await;
    let settings = json!({ "url": inbox.url, "copies": 2, "withheld": true, "resends": true });
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
    let told = shop.post("/_fake/webhooks/settle", json!({})).await.body;
    assert_eq!(told, shop.get("/_fake/webhooks").await.body);
    let types: Vec<_> = inbox.told().into_iter().map(|(content_type, _)| content_type).collect();
    assert_eq!(types, [form, "application/json", "application/json"]);
    assert_eq!((&told[2]["body"], &told[2]["status"]), (&json!(inbox.told()[0].1), &json!(200)));
    let lie = json!({ "url": inbox.url, "claim": { "merchant_uid": "lie" } });
    assert_eq!(shop.post("/_fake/webhooks/forge", lie).await.body, json!({ "number": 4 }));
    shop.post("/_fake/webhooks/settle", json!({})).await;
    assert_eq!(inbox.told()[3].1, "merchant_uid=lie");
}
