use portone_v1::Decimal;
use portone_v1::prepare::{ChangePreparedAmount, RegisterPreparedAmount};

use super::exchange::Exchange;
use crate::fixture::decimal;

#[tokio::test]
async fn register() {
    let response = r#"{"merchant_uid":"order-1","amount":"10.10","currency":"USD"}"#;
    let exchange = Exchange::of("prepare.register", response).await;
    let request = RegisterPreparedAmount::new("order-1", Decimal::new(1_010, 2)).currency("USD");
    let prepared = exchange.client.prepare().register(&request).await.unwrap();
    assert_eq!(prepared.merchant_uid.as_deref(), Some("order-1"));
    assert_eq!(prepared.amount, Some(decimal("10.10")));
    let body = r#"{"merchant_uid":"order-1","amount":10.1,"currency":"USD"}"#;
    exchange.sent_everything(&request, "POST /payments/prepare", body);

    let request = RegisterPreparedAmount::new("order-1", 12_000);
    exchange.client.prepare().register(&request).await.unwrap();
    let body = r#"{"merchant_uid":"order-1","amount":12000}"#;
    exchange.sent_the_required("POST /payments/prepare", body);
}

#[tokio::test]
async fn change() {
    let exchange = Exchange::of("prepare.change", r#"{"merchant_uid":"order-1"}"#).await;
    let request = ChangePreparedAmount::new("order-1", 15_000).currency("KRW");
    let prepared = exchange.client.prepare().change(&request).await.unwrap();
    assert_eq!((prepared.amount, prepared.currency), (None, None));
    let body = r#"{"merchant_uid":"order-1","amount":15000,"currency":"KRW"}"#;
    exchange.sent_everything(&request, "PUT /payments/prepare", body);

    let request = ChangePreparedAmount::new("order-1", 15_000);
    exchange.client.prepare().change(&request).await.unwrap();
    let body = r#"{"merchant_uid":"order-1","amount":15000}"#;
    exchange.sent_the_required("PUT /payments/prepare", body);
}
