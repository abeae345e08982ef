use portone_v1::payco::{ChangePaycoOrderStatus, PaycoOrderStatus};

use super::exchange::Exchange;

#[tokio::test]
async fn change_status() {
    let exchange = Exchange::of("payco.change_status", r#"{"status":"DELIVERY_START"}"#).await;
    let request = ChangePaycoOrderStatus::new("imp_1", PaycoOrderStatus::DeliveryStart);
    let status = exchange.client.payco().change_status(&request).await.unwrap();
    assert_eq!(status.status, PaycoOrderStatus::DeliveryStart);
    let body = r#"{"status":"DELIVERY_START"}"#;
    exchange.sent_everything(&request, "POST /payco/orders/status/imp_1", body);
    exchange.sent_the_required("POST /payco/orders/status/imp_1", body);
}
