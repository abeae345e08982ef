use portone_v1::Decimal;
use portone_v1::prepare::{ChangePreparedAmount, RegisterPreparedAmount};

use super::wire_test::WireTest;
use crate::fixture::decimal;

#[tokio::test]
async fn register() {
    let response = r#"{"merchant_uid":"order-1","amount":"10.10","currency":"USD"}"#;
    let wire_test = WireTest::of("prepare.register", response).await;
    let request = RegisterPreparedAmount::new("order-1", Decimal::new(1_010, 2)).currency("USD");
    let prepared = wire_test.client.prepare().register(&request).await.unwrap();
    assert_eq!(prepared.merchant_uid.as_deref(), Some("order-1"));
    assert_eq!(prepared.amount, Some(decimal("10.10")));
    let body = r#"{"merchant_uid":"order-1","amount":10.1,"currency":"USD"}"#;
    wire_test.sent_exactly(&request, "POST /payments/prepare", body);

    let wire_test = WireTest::of("prepare.register", r#"{"amount":12000}"#).await;
    let request = RegisterPreparedAmount::new("order-1", 12_000);
    wire_test.client.prepare().register(&request).await.unwrap();
    let body = r#"{"merchant_uid":"order-1","amount":12000}"#;
    wire_test.sent_the_required("POST /payments/prepare", body);
}

#[tokio::test]
async fn change() {
    let wire_test = WireTest::of("prepare.change", r#"{"merchant_uid":"order-1"}"#).await;
    let request = ChangePreparedAmount::new("order-1", 15_000).currency("KRW");
    let prepared = wire_test.client.prepare().change(&request).await.unwrap();
    assert_eq!((prepared.amount, prepared.currency), (None, None));
    let body = r#"{"merchant_uid":"order-1","amount":15000,"currency":"KRW"}"#;
    wire_test.sent_exactly(&request, "PUT /payments/prepare", body);

    let request = ChangePreparedAmount::new("order-1", 15_000);
    wire_test.client.prepare().change(&request).await.unwrap();
    let body = r#"{"merchant_uid":"order-1","amount":15000}"#;
    wire_test.sent_the_required("PUT /payments/prepare", body);
}
