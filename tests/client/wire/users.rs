use portone_v1::codes::Gateway;
use portone_v1::users::{GatewaySettingType, ListGatewaySettings};

use super::wire_test::WireTest;

#[tokio::test]
async fn list_gateway_settings() {
    let response = r#"[
        {"pg_provider": "nice", "pg_id": "MID1", "sandbox": true, "type": "payment"},
        {"pg_provider": "danal", "pg_id": "MID2", "type": "certification", "channel_key": null}
    ]"#;
    let wire_test = WireTest::of("users.list_gateway_settings", response).await;
    let request = ListGatewaySettings::new();
    let settings = wire_test.client.users().list_gateway_settings(&request).await.unwrap();
    let [first, second] = settings.as_slice() else { panic!("{settings:?}") };
    assert_eq!((&first.pg_provider, first.sandbox), (&Some(Gateway::Nice), Some(true)));
    assert_eq!(
        (second.pg_id.as_deref(), second.sandbox, &second.channel_key),
        (Some("MID2"), None, &None)
    );
    assert_eq!(second.setting_type, Some(GatewaySettingType::Certification));
    wire_test.sent_exactly(&request, "GET /users/pg", "");
    wire_test.sent_the_required("GET /users/pg", "");
}
