use portone_v1::paymentwall::{
    PaymentwallDeliveryStatus, PaymentwallProductType, PaymentwallRefundable,
    RegisterPaymentwallDelivery,
};

use super::wire_test::WireTest;
use crate::fixture::at;

fn required(product: PaymentwallProductType) -> RegisterPaymentwallDelivery {
    RegisterPaymentwallDelivery::new(
        "imp_1",
        "order-1",
        product,
        PaymentwallDeliveryStatus::OrderShipped,
        at(1_893_456_000),
        at(1_893_369_600),
        PaymentwallRefundable::Yes,
        "gil@buyer.example",
    )
}

#[tokio::test]
async fn register_delivery() {
    let response = r#"{"error_code":3009,"error":"refused","notices":["no street","no city"]}"#;
    let wire_test = WireTest::of("paymentwall.register_delivery", response).await;
    let request = required(PaymentwallProductType::Physical)
        .carrier_tracking_id("RR123456785KR")
        .carrier_type("Korea Post")
        .reason("ready earlier")
        .details("leave it at the gate")
        .shipping_address_country("South Korea")
        .shipping_address_city("Jongno")
        .shipping_address_zip("03151")
        .shipping_address_state("N/A")
        .shipping_address_street("Sejong-daero 175")
        .shipping_address_phone("010-1234-5678")
        .shipping_address_firstname("Gildong")
        .shipping_address_lastname("Hong");
    let delivery = wire_test.client.paymentwall().register_delivery(&request).await.unwrap();
    assert_eq!((delivery.error_code, &*delivery.error.unwrap()), (Some(3009), "refused"));
    assert_eq!(delivery.notices, ["no street", "no city"]);
    wire_test.sent_exactly(
        &request,
        "POST /paymentwall/delivery",
        r#"{
            "imp_uid": "imp_1", "merchant_uid": "order-1",
            "type": "physical", "status": "order_shipped", "refundable": "yes",
            "estimated_delivery_datetime": 1893456000, "estimated_update_datetime": 1893369600,
            "carrier_tracking_id": "RR123456785KR", "carrier_type": "Korea Post",
            "reason": "ready earlier", "details": "leave it at the gate",
            "shipping_address_email": "gil@buyer.example",
            "shipping_address_country": "South Korea", "shipping_address_city": "Jongno",
            "shipping_address_zip": "03151", "shipping_address_state": "N/A",
            "shipping_address_street": "Sejong-daero 175",
            "shipping_address_phone": "010-1234-5678",
            "shipping_address_firstname": "Gildong", "shipping_address_lastname": "Hong"
        }"#,
    );

    // Nobody carries what is digital.
    let request = required(PaymentwallProductType::Digital);
    wire_test.client.paymentwall().register_delivery(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /paymentwall/delivery",
        r#"{
            "imp_uid": "imp_1", "merchant_uid": "order-1",
            "type": "digital", "status": "order_shipped", "refundable": "yes",
            "estimated_delivery_datetime": 1893456000, "estimated_update_datetime": 1893369600,
            "shipping_address_email": "gil@buyer.example"
        }"#,
    );
}
