use portone_v1::benepia::{MemberCode, PayWithBenepiaPoints};
use portone_v1::types::PaymentStatus;

use super::wire_test::WireTest;
use crate::answers::payment;

fn required(member: MemberCode) -> PayWithBenepiaPoints {
    PayWithBenepiaPoints::new("gil-7", "hunter2", "order-1", 12_000, "표", "channel-key-1", member)
}

#[tokio::test]
async fn pay() {
    let wire_test = WireTest::of("benepia.pay", payment::JSON).await;
    let request = required(MemberCode::live("member-1"))
        .buyer_name("홍길동")
        .buyer_email("mail@buyer.example")
        .buyer_tel("010-1234-5678")
        .buyer_addr("서울시 중구")
        .buyer_postcode("04524")
        .notice_url(["https://shop.example/a", "https://shop.example/b"])
        .custom_data("seats A1, A2")
        .pg("benepia.MID1");
    let payment = wire_test.client.benepia().pay(&request).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Paid);
    wire_test.sent_exactly(
        &request,
        "POST /benepia/payment",
        r#"{
            "benepia_user": "gil-7", "benepia_password": "hunter2", "benepia_member_code": "member-1",
            "merchant_uid": "order-1", "amount": 12000, "name": "표", "buyer_name": "홍길동",
            "buyer_email": "mail@buyer.example", "buyer_tel": "010-1234-5678",
            "buyer_addr": "서울시 중구", "buyer_postcode": "04524",
            "channel_key": "channel-key-1", "custom_data": "seats A1, A2",
            "notice_url": ["https://shop.example/a","https://shop.example/b"],
            "pg": "benepia.MID1"
        }"#,
    );

    wire_test.client.benepia().pay(&required(MemberCode::Test)).await.unwrap();
    wire_test.sent_the_required(
        "POST /benepia/payment",
        r#"{
            "benepia_user": "gil-7", "benepia_password": "hunter2", "merchant_uid": "order-1",
            "amount": 12000, "name": "표", "channel_key": "channel-key-1"
        }"#,
    );
}
