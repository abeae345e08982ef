use portone_v1::tiers::{ChangeTier, GetTier};

use super::wire_test::WireTest;

const TIER: &str = r#"{"tier_code":"007","tier_name":"둘째 가게"}"#;

#[tokio::test]
async fn get() {
    let wire_test = WireTest::of("tiers.get", TIER).await;
    let request = GetTier::new("007");
    let tier = wire_test.client.tiers().get(&request).await.unwrap();
    assert_eq!((&*tier.tier_code, tier.tier_name.as_deref()), ("007", Some("둘째 가게")));
    wire_test.sent_exactly(&request, "GET /tiers/007", "");
    wire_test.sent_the_required("GET /tiers/007", "");
}

#[tokio::test]
async fn change() {
    let wire_test = WireTest::of("tiers.change", TIER).await;
    let request = ChangeTier::new("007", "둘째 가게");
    assert_eq!(wire_test.client.tiers().change(&request).await.unwrap().tier_code, "007");
    wire_test.sent_exactly(&request, "PUT /tiers/007", r#"{"tier_name":"둘째 가게"}"#);
    wire_test.sent_the_required("PUT /tiers/007", r#"{"tier_name":"둘째 가게"}"#);
}
