//! Access tokens, by the server's own clock.

use std::time::Duration;

use serde_json::json;

use crate::shop::{NOW, Shop};

#[tokio::test]
async fn who_asks_again_gets_the_same_one() {
    let shop = Shop::open().await;
    let first = shop.ask_for_token().await;
    assert_eq!((&first["now"], &first["expired_at"]), (&json!(NOW), &json!(NOW + 1_800)));
    shop.fake.advance(Duration::from_secs(1_740));
    let second = shop.ask_for_token().await;
    assert_eq!(second["access_token"], first["access_token"]);
    assert_eq!(second["expired_at"], first["expired_at"]);
}

#[tokio::test]
async fn in_its_last_minute_it_gets_five_minutes_more() {
    let shop = Shop::open().await;
    let first = shop.ask_for_token().await;
    shop.fake.advance(Duration::from_secs(1_741));
    let longer = shop.ask_for_token().await;
    assert_eq!(longer["access_token"], first["access_token"]);
    assert_eq!(longer["expired_at"], json!(NOW + 2_100));
}

#[tokio::test]
async fn after_its_time_it_opens_nothing() {
    let shop = Shop::open().await;
    shop.get("/users/pg").await.done();
    shop.fake.advance(Duration::from_secs(1_800));
    shop.get("/users/pg").await.refused(401, -1, "expired");
    let other = shop.ask_for_token().await;
    assert_eq!(other["expired_at"], json!(NOW + 3_600));
    shop.get("/users/pg").await.refused(401, -1, "unknown");
}

#[tokio::test]
async fn wrong_keys_buy_none() {
    let shop = Shop::open().await;
    let keys = json!({ "imp_key": "imp-key", "imp_secret": "a guess" });
    shop.post("/users/getToken", keys).await.refused(401, -1, "imp_secret");
    let half = json!({ "imp_key": "imp-key" });
    shop.post("/users/getToken", half).await.refused(400, -1, "imp_secret is missing");
}
