use portone_v1::kakao::ListKakaoOrders;

use super::exchange::Exchange;

#[tokio::test]
#[expect(deprecated, reason = "it may still answer")]
async fn list() {
    let exchange = Exchange::of("kakao.list", r#"{"orders":[]}"#).await;
    let request = ListKakaoOrders::new("20261121").cid("CID1").page(2);
    exchange.client.kakao().list(&request).await.unwrap();
    let line = "GET /kakao/payment/orders?payment_request_date=20261121";
    exchange.sent_everything(&request, &format!("{line}&cid=CID1&page=2"), "");

    exchange.client.kakao().list(&ListKakaoOrders::new("20261121")).await.unwrap();
    exchange.sent_the_required(line, "");
}
