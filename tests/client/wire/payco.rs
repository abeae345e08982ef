use portone_v1::payco::{ChangePaycoOrderStatus, PaycoOrderStatus};

use super::wire_test::WireTest;

#[tokio::test]
async fn change_status() {
    let wire_test = WireTest::of("payco.change_status", r#"{"status":"DELIVERY_START"}"#).await;
    let request = ChangePaycoOrderStatus::new("imp_1", PaycoOrderStatus::DeliveryStart);
    let status = wire_test.client.payco().change_status(&request).await.unwrap();
    assert_eq!(status.status, PaycoOrderStatus::DeliveryStart);
    let body = r#"{"status":"DELIVERY_START"}"#;
    wire_test.sent_exactly(&request, "POST /payco/orders/status/imp_1", body);
    wire_test.sent_the_required("POST /payco/orders/status/imp_1", body);
}
