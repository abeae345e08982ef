//! Calls that act do not succeed on nothing.

use portone_v1::naver::{CancelNaverOrders, ProductOrders};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::schedules::{CreateSchedules, NewSchedule};
use portone_v1::types::Payment;
use portone_v1::{Client, Error};
use portone_v1_tests::server::Answer;

use crate::answers::{naver, payment};
use crate::fixture::{at, talk};

#[track_caller]
fn assert_unknown<T: std::fmt::Debug>(result: Result<T, Error>, body: &str) {
    assert!(matches!(result, Err(Error::OutcomeUnknown(_))), "{body}: {result:?}");
}

async fn refund(client: &Client) -> Result<Payment, Error> {
    let request = CancelPayment::new(CancelAmount::Full, Checksum::expect(9_000));
    client.payments().cancel(&request.imp_uid("imp_1")).await
}

#[tokio::test]
async fn schedules_are_not_created_by_an_empty_answer() {
    for body in [
        r#"{"code":0}"#,
        r#"{"code":0,"response":null}"#,
        r#"{"code":0,"response":[]}"#,
        r#"{"code":0,"response":[null]}"#,
        r#"{"code":0,"response":{}}"#,
        r#"{"code":0,"response":"ok"}"#,
        r#"{"code":0,"response":[{"product_order_id":"1"}]}"#,
        r#"{"code":0,"response":{"total":0,"list":[]}}"#,
        r#"{"code":0,"response":{"failed":["order-1"]}}"#,
        r#"{"message":null}"#,
        "{}",
    ] {
        let (client, _server) = talk(Answer::json(200, body)).await;
        let entry = NewSchedule::new("order-1", at(1_893_456_000), "KRW", 4_900, "Newspaper");
        let request = CreateSchedules::new("buyer-77", [entry]);
        assert_unknown(client.schedules().create(&request).await, body);
    }
}

/// Some lists of schedules have a page around them.
#[tokio::test]
async fn schedules_on_a_page_are_read() {
    let body = r#"{"total":1,"previous":0,"next":0,"list":[{"merchant_uid":"order-1"}]}"#;
    let (client, _server) = talk(Answer::ok(body)).await;
    let entry = NewSchedule::new("order-1", at(1_893_456_000), "KRW", 4_900, "Newspaper");
    let request = CreateSchedules::new("buyer-77", [entry]);
    let schedules = client.schedules().create(&request).await.unwrap();
    let orders: Vec<_> = schedules.iter().map(|each| each.merchant_uid.as_deref()).collect();
    assert_eq!(orders, [Some("order-1")]);
}

#[tokio::test]
async fn product_orders_are_not_refunded_by_an_empty_answer() {
    for (status, body) in [
        (200, r#"{"code":0,"response":[]}"#),
        (200, r#"{"code":0}"#),
        (207, r#"{"code":0,"response":[]}"#),
        (207, r#"{"code":-1,"message":"no","response":null}"#),
        (207, r#"{"code":-1,"message":"no","response":["1"]}"#),
    ] {
        let (client, _server) = talk(Answer::json(status, body)).await;
        let request = CancelNaverOrders::new("imp_1", ProductOrders::All);
        assert_unknown(client.naver().cancel(&request).await, body);
    }
    let some = format!(r#"{{"code":-1,"response":[{}],"failed":["2"]}}"#, naver::ORDER);
    let (client, _server) = talk(Answer::json(207, some)).await;
    let request = CancelNaverOrders::new("imp_1", ProductOrders::All);
    let partial = client.naver().cancel(&request).await.unwrap();
    assert_eq!((partial.items.len(), partial.complete), (1, false));
}

#[tokio::test]
async fn a_207_hides_no_rejection_where_it_is_not_documented() {
    let body = format!(r#"{{"code":-1,"message":"no","response":{}}}"#, payment::JSON);
    let (client, _server) = talk(Answer::json(207, &*body)).await;
    let result = refund(&client).await;
    assert_eq!(result.as_ref().unwrap_err().message(), Some("no"));
    assert_unknown(result, &body);
}

#[tokio::test]
async fn a_redirect_leaves_the_outcome_open() {
    for status in [301, 302, 303, 307, 308] {
        let (client, server) = talk(Answer::html(status, "")).await;
        assert_unknown(refund(&client).await, "redirect");
        assert_eq!(server.calls().len(), 1);
    }
}
