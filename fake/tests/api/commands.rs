//! The HTTP control API.

use http::Method;
use portone_v1_fake::{Buyer, Fake, Fault};
use serde_json::json;

use crate::shop::{NOW, Shop};

#[tokio::test]
async fn the_index_names_every_command() {
    let shop = Shop::open().await;
    let index = shop.get("/_fake/").await.body;
    let commands = index.as_array().unwrap();
    assert!(commands.len() > 20);
    for command in commands {
        let sentence = command["description"].as_str().unwrap();
        assert!(sentence.len() > 10 && sentence.ends_with('.'), "{command}");
    }
    let faults = json!({
        "method": "GET", "path": "/_fake/faults", "description": "Lists the faults to inject.",
    });
    assert!(commands.contains(&faults));
}

#[tokio::test]
async fn every_operation_is_listed_and_most_are_stateful() {
    let shop = Shop::open().await;
    let listed = shop.get("/_fake/operations").await.body;
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), shop.fake.operations().len());
    let of = |name: &str| listed.iter().find(|one| one["name"] == name).unwrap();
    assert_eq!(
        *of("payments.cancel"),
        json!({ "name": "payments.cancel", "method": "POST", "path": "/payments/cancel", "stateful": true })
    );
    assert_eq!(of("institutions.list_banks")["stateful"], false);
    let stateful = listed.iter().filter(|one| one["stateful"] == true).count();
    assert!(stateful > listed.len() / 2, "{stateful} of {}", listed.len());
}

/// Tests print it with `unwrap`, and by returning it.
#[tokio::test]
async fn debug_of_an_error_is_its_message() {
    let shop = Shop::open().await;
    let error = shop.fake.add_channel("x", "nobody", true).unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
    let fields = format!("{error:#?}");
    assert!(fields.starts_with("ApiError {\n    status: 4"), "{fields}");
    assert!(fields.contains(&format!("message: {:?}", error.message)), "{fields}");
}

#[tokio::test]
async fn channels_belong_to_the_merchant_or_a_sub_merchant() {
    let shop = Shop::open().await;
    shop.fake.add_channel("test", "settle", true).unwrap();
    assert!(shop.fake.add_channel("x", "nobody", true).unwrap_err().to_string().contains("nobody"));
    let mut order = json!({
        "channel_key": "test", "merchant_uid": "order-1", "amount": 5, "vbank_code": "088",
        "vbank_due": NOW + 60, "vbank_holder": "표 가게",
    });
    let issued = shop.post("/vbanks", order.clone()).await.done();
    assert_eq!((&issued["pg_provider"], &issued["sandbox"]), (&json!("settle"), &json!(true)));
    let own = json!({ "channel_key": "own", "gateway": "nice", "tier": "A01", "sandbox": "false" });
    assert_eq!(shop.post("/_fake/channels", own.clone()).await.status, 400);
    assert_eq!(
        shop.post("/_fake/tiers", json!({ "tier_code": "A01", "tier_name": "가게" })).await.status,
        200
    );
    assert_eq!(shop.post("/_fake/channels", own).await.status, 200);
    order["channel_key"] = json!("own");
    shop.post("/vbanks", order.clone()).await.refused(400, -1, "channel_key");
    let own = shop.post_for("A01", "/vbanks", order).await.done();
    assert_eq!((&own["pg_provider"], own.get("sandbox")), (&json!("nice"), None));
    assert_eq!(shop.fake.calls("vbanks.issue")[2].header("tier"), Some("A01"));
}

#[tokio::test]
async fn a_revoked_token_is_rejected() {
    let shop = Shop::open().await;
    shop.fake.revoke_token();
    shop.get("/users/pg").await.refused(401, -1, "unknown");
    let other = shop.ask_for_token().await;
    assert_ne!(other["access_token"], "token-1-of-the-fake");
    assert_eq!(shop.post("/_fake/token/revoke", json!({})).await.status, 200);
    assert_ne!(shop.ask_for_token().await["access_token"], other["access_token"]);
}

#[tokio::test]
async fn full_state_is_read_only_until_a_reset() {
    let shop = Shop::at(Fake::builder().clock_at(NOW).state_quota(150)).await;
    let prepare = |number: u32| json!({ "merchant_uid": format!("order-{number}"), "amount": 5 });
    for number in 1..=3 {
        shop.post("/payments/prepare", prepare(number)).await.done();
    }
    shop.post("/payments/prepare", prepare(4)).await.refused(500, -1, "/_fake/reset");
    assert_eq!(shop.get("/payments/prepare/order-3").await.done()["amount"], 5);
    shop.fake.reset();
    shop.post("/payments/prepare", prepare(4)).await.done();
}

#[tokio::test]
async fn reset_keeps_only_token_and_time() {
    let shop = Shop::at(Fake::builder().clock_at(NOW).webhook_url("http://127.0.0.1:9")).await;
    let imp_uid = shop.fake.pay(Buyer::new("order-1", 5)).unwrap();
    shop.fake.withhold_webhooks();
    shop.fake.set_webhook_url("http://127.0.0.1:8");
    shop.fake.notify(&imp_uid).unwrap();
    shop.fake.inject(Fault::status(500).always()).unwrap();
    assert_eq!(shop.get("/users/pg").await.status, 500);

    assert_eq!(shop.post("/_fake/reset", json!({})).await.status, 200);
    assert_eq!((shop.fake.requests().len(), shop.fake.webhooks().len()), (0, 0));
    assert!(shop.fake.faults().is_empty());
    shop.get(&format!("/payments/{imp_uid}")).await.refused(404, -1, "");
    assert_eq!(shop.fake.request_count(), 1);
    shop.fake.pay(Buyer::new("order-2", 5)).unwrap();
    let told = shop.fake.webhooks().remove(0);
    assert_eq!(told.url(), Some("http://127.0.0.1:9"));
    shop.fake.wait_until_idle().await;
    assert_eq!(shop.fake.webhooks()[0].attempts(), 1);
}

#[tokio::test]
async fn answers_are_indented_for_people() {
    let shop = Shop::open().await;
    let read = |path| shop.send_with(Method::GET, path, &[], json!({}));
    assert_eq!(read("/_fake/now").await.body, format!("{{\n  \"now\": {NOW}\n}}\n"));
    let error = "{\n  \"error\": \"there is no such command: GET /_fake/ lists all commands\"\n}\n";
    assert_eq!(read("/_fake/nothing").await.body, error);
}

#[tokio::test]
async fn commands_have_no_faults_and_are_not_logged() {
    let shop = Shop::open().await;
    shop.fake.inject(Fault::reset_before().always()).unwrap();
    let before = shop.fake.request_count();
    assert_eq!(shop.get("/_fake/now").await.body, json!({ "now": NOW }));
    let unknown = shop.get("/_fake/nothing").await;
    assert_eq!(
        (unknown.status, &unknown.body["error"]),
        (404, &json!("there is no such command: GET /_fake/ lists all commands"))
    );
    assert_eq!(shop.fake.request_count(), before);
}
