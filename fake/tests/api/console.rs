//! Channels, banks and card companies.

use serde_json::{Value, json};

use crate::shop::Shop;

/// The schema's label of a code.
fn label_of(table: &str, code: &str) -> Value {
    let contract: Value = serde_json::from_str(include_str!("../../contract.json")).unwrap();
    let mut codes = contract["types"][table]["codes"].as_array().unwrap().iter();
    codes.find(|one| one["code"] == code).unwrap()["title"].clone()
}

#[tokio::test]
async fn every_channel_is_listed_with_its_key() {
    let shop = Shop::open().await;
    let settings = shop.get("/users/pg").await.done();
    let of = |gateway: &str| {
        let mut settings = settings.as_array().unwrap().iter();
        settings.find(|setting| setting["pg_provider"] == gateway).cloned().unwrap()
    };
    let nice = json!({
        "pg_provider": "nice", "pg_id": "mid-at-nice", "sandbox": false, "type": "api_payment",
        "channel_name": label_of("Gateway", "nice"), "channel_key": "channel-key-nice",
    });
    assert_eq!(of("nice"), nice);
    assert_eq!(of("kakaopay")["type"], "payment");
    assert_eq!(of("inicis_unified")["type"], "certification");
    let prepared = shop.fake.pay(portone_v1_fake::Buyer::new("order-1", 1).at("nice")).unwrap();
    let payment = shop.get(&format!("/payments/{prepared}")).await.done();
    assert_eq!(payment["pg_id"], nice["pg_id"]);
}

#[tokio::test]
async fn banks_and_card_companies_have_codes() {
    let shop = Shop::open().await;
    for (list, table, code) in [("/banks", "Bank", "088"), ("/cards", "CardCompany", "366")] {
        let expected = json!({ "code": code, "name": label_of(table, code) });
        let all = shop.get(list).await.done();
        assert!(all.as_array().unwrap().contains(&expected), "{all}");
        assert_eq!(shop.get(&format!("{list}/{code}")).await.done(), expected);
        shop.get(&format!("{list}/unknown")).await.refused(404, -1, "unknown");
    }
}
