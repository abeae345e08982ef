use portone_v1::tiers::{ChangeTier, GetTier};

use super::exchange::Exchange;

const TIER: &str = r#"{"tier_code":"007","tier_name":"둘째 가게"}"#;

#[tokio::test]
async fn get() {
    let exchange = Exchange::of("tiers.get", TIER).await;
    let request = GetTier::new("007");
    let tier = exchange.client.tiers().get(&request).await.unwrap();
    assert_eq!((&*tier.tier_code, &*tier.tier_name), ("007", "둘째 가게"));
    exchange.sent_everything(&request, "GET /tiers/007", "");
    exchange.sent_the_required("GET /tiers/007", "");
}

#[tokio::test]
#[expect(deprecated, reason = "it may still answer")]
async fn change() {
    let exchange = Exchange::of("tiers.change", TIER).await;
    let request = ChangeTier::new("007", "둘째 가게");
    assert_eq!(exchange.client.tiers().change(&request).await.unwrap().tier_code, "007");
    exchange.sent_everything(&request, "PUT /tiers/007", r#"{"tier_name":"둘째 가게"}"#);
    exchange.sent_the_required("PUT /tiers/007", r#"{"tier_name":"둘째 가게"}"#);
}
