//! Access tokens and the server's clock.

use std::time::Duration;

use serde_json::json;

use crate::shop::{NOW, Shop};

#[tokio::test]
async fn a_valid_token_is_returned_again() {
    let shop = Shop::open().await;
    let first = shop.ask_for_token().await;
    assert_eq!((&first["now"], &first["expired_at"]), (&json!(NOW), &json!(NOW + 1_800)));
    shop.fake.advance(Duration::from_secs(1_740));
    let second = shop.ask_for_token().await;
    assert_eq!(second["access_token"], first["access_token"]);
    assert_eq!(second["expired_at"], first["expired_at"]);
}

#[tokio::test]
async fn a_token_is_extended_in_its_last_minute() {
    let shop = Shop::open().await;
    let first = shop.ask_for_token().await;
    shop.fake.advance(Duration::from_secs(1_741));
    let longer = shop.ask_for_token().await;
    assert_eq!(longer["access_token"], first["access_token"]);
    assert_eq!(longer["expired_at"], json!(NOW + 2_100));
}

#[tokio::test]
async fn an_expired_token_is_rejected() {
    let shop = Shop::open().await;
    shop.get("/users/pg").await.done();
    shop.fake.advance(Duration::from_secs(1_800));
    shop.get("/users/pg").await.refused(401, -1, "expired");
    let other = shop.ask_for_token().await;
    assert_eq!(other["expired_at"], json!(NOW + 3_600));
    shop.get("/users/pg").await.refused(401, -1, "unknown");
}

#[tokio::test]
async fn invalid_keys_get_no_token() {
    let shop = Shop::open().await;
    let keys = json!({ "imp_key": "imp-key", "imp_secret": "a guess" });
    shop.post("/users/getToken", keys).await.refused(401, -1, "imp_secret");
    let half = json!({ "imp_key": "imp-key" });
    shop.post("/users/getToken", half).await.refused(
        400,
        -1,
        "imp_key, imp_secret 파라메터가 누락되었습니다.",
    );
}
