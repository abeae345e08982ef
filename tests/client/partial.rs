//! Partial success: HTTP 207.

use portone_v1::payments::ListPayments;
use portone_v1::types::Payment;
use portone_v1::{Error, Partial};
use portone_v1_tests::server::Answer;

use crate::answers::payment::JSON;
use crate::fixture::talk;

async fn try_list(answer: Answer) -> Result<Partial<Payment>, Error> {
    let (client, _server) = talk(answer).await;
    client.payments().list(&ListPayments::new().imp_uid(["imp_1", "imp_2"])).await
}

async fn list(status: u16, body: &str) -> Partial<Payment> {
    try_list(Answer::json(status, body.replace("PAYMENT", JSON))).await.unwrap()
}

#[tokio::test]
async fn a_complete_response_is_a_plain_list() {
    let payments = list(200, r#"{"code":0,"message":null,"response":[PAYMENT]}"#).await;
    assert!(payments.complete && payments.failed.is_empty());
    assert_eq!((payments.len(), &*payments[0].merchant_uid), (1, "order-1"));
    for payment in &payments {
        assert_eq!(payment.amount, 12_000.into());
    }
    assert_eq!(payments.into_iter().count(), 1);
}

#[tokio::test]
async fn a_partial_response_is_marked() {
    let payments = list(207, r#"{"code":0,"message":null,"response":[PAYMENT]}"#).await;
    assert!(!payments.complete);
    assert_eq!((payments.items.len(), payments.failed.len()), (1, 0));
}

#[tokio::test]
async fn failures_are_reported_at_any_index() {
    for (body, failed) in [
        (r#"{"code":0,"response":[PAYMENT],"failed":["imp_2"]}"#, "imp_2"),
        (r#"{"code":0,"response":[PAYMENT],"failed":[{"id":"imp_2"}]}"#, r#"{"id":"imp_2"}"#),
        (r#"{"code":0,"response":[PAYMENT],"failed":"imp_2"}"#, "imp_2"),
        (r#"{"code":0,"response":{"list":[PAYMENT],"failed":[2]}}"#, "2"),
        (r#"{"code":0,"response":{"failed":["imp_2"],"success":[PAYMENT]}}"#, "imp_2"),
        (r#"{"code":1,"message":"some failed","response":[PAYMENT],"failed":["imp_2"]}"#, "imp_2"),
    ] {
        let payments = list(207, body).await;
        assert_eq!((payments.items.len(), payments.complete), (1, false), "{body}");
        assert_eq!(payments.failed, [failed], "{body}");
    }
}

#[tokio::test]
async fn a_list_of_failures_counts_under_any_status() {
    let payments = list(200, r#"{"code":0,"response":[PAYMENT],"failed":["imp_2"]}"#).await;
    assert!(!payments.complete);
    let payments = list(200, r#"{"code":0,"response":[PAYMENT],"failed":[]}"#).await;
    assert!(payments.complete);
    let payments = list(207, r#"{"code":0,"response":null,"failed":["imp_1","imp_2"]}"#).await;
    assert_eq!((payments.items.len(), payments.failed.len()), (0, 2));
}

#[tokio::test]
async fn an_api_error_stays_an_error() {
    let refused = Answer::json(200, r#"{"code":1,"message":"no","response":null}"#);
    assert!(matches!(try_list(refused).await, Err(Error::Api(_))));
    let unreadable = Answer::json(207, r#"{"code":0,"response":["imp_1"]}"#);
    let Err(Error::Decode(error)) = try_list(unreadable).await else { panic!() };
    assert_eq!(error.path, "$.response[0]");
}

#[tokio::test]
async fn a_partial_success_is_stored_and_hides_failed_items() {
    let payments = list(207, r#"{"code":0,"response":[PAYMENT],"failed":["01012345678"]}"#).await;
    assert!(!format!("{payments:?}").contains("01012345678"));
    let stored = serde_json::to_string(&payments).unwrap();
    assert_eq!(serde_json::from_str::<Partial<Payment>>(&stored).unwrap(), payments);
}
