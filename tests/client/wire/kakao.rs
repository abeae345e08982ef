use portone_v1::kakao::ListKakaoOrders;

use super::wire_test::WireTest;

#[tokio::test]
async fn list() {
    let wire_test = WireTest::of("kakao.list", r#"{"orders":[]}"#).await;
    let request = ListKakaoOrders::new("20261121").cid("CID1").page(2);
    wire_test.client.kakao().list(&request).await.unwrap();
    let line = "GET /kakao/payment/orders?payment_request_date=20261121";
    wire_test.sent_exactly(&request, &format!("{line}&cid=CID1&page=2"), "");

    wire_test.client.kakao().list(&ListKakaoOrders::new("20261121")).await.unwrap();
    wire_test.sent_the_required(line, "");
}
