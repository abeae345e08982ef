use portone_v1::Decimal;
use portone_v1::cvs::{IssueCvsPayment, RevokeCvsPayment};
use portone_v1::types::PaymentStatus;

use super::wire_test::WireTest;
use crate::answers::payment;
use crate::fixture::at;

#[tokio::test]
async fn issue() {
    let wire_test = WireTest::of("cvs.issue", payment::JSON).await;
    let amount = Decimal::new(1_200_000, 2);
    let request = IssueCvsPayment::new("channel-key-1", "order-1", amount)
        .barcode("8801234567890")
        .expired_at(at(1_893_456_000))
        .name("표 두 장")
        .buyer_name("홍길동")
        .buyer_email("gil@buyer.example")
        .buyer_tel("010-1234-5678")
        .buyer_addr("서울시 중구")
        .buyer_postcode("04524")
        .confirm_url("https://shop.example/confirm")
        .notice_url(["https://shop.example/a", "https://shop.example/b"])
        .custom_data("seats A1, A2")
        .pg("smartro_v2.MID1");
    let payment = wire_test.client.cvs().issue(&request).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Paid);
    wire_test.sent_exactly(
        &request,
        "POST /cvs",
        r#"{
            "channel_key": "channel-key-1", "merchant_uid": "order-1", "amount": 12000,
            "barcode": "8801234567890", "expired_at": 1893456000, "name": "표 두 장",
            "buyer_name": "홍길동", "buyer_email": "gil@buyer.example",
            "buyer_tel": "010-1234-5678", "buyer_addr": "서울시 중구", "buyer_postcode": "04524",
            "confirm_url": "https://shop.example/confirm",
            "notice_url": ["https://shop.example/a","https://shop.example/b"],
            "custom_data": "seats A1, A2", "pg": "smartro_v2.MID1"
        }"#,
    );

    let request = IssueCvsPayment::new("channel-key-1", "order-1", 12_000);
    wire_test.client.cvs().issue(&request).await.unwrap();
    let body = r#"{"channel_key":"channel-key-1","merchant_uid":"order-1","amount":12000}"#;
    wire_test.sent_the_required("POST /cvs", body);
}

#[tokio::test]
async fn revoke() {
    let wire_test = WireTest::of("cvs.revoke", payment::JSON).await;
    let request = RevokeCvsPayment::new("imp_1");
    let payment = wire_test.client.cvs().revoke(&request).await.unwrap();
    assert_eq!(payment.merchant_uid, "order-1");
    wire_test.sent_exactly(&request, "DELETE /cvs/imp_1", "");
    wire_test.sent_the_required("DELETE /cvs/imp_1", "");
}
