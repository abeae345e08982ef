//! The response to a request is lost: its outcome is looked up.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use portone_v1::billing_keys::DeleteBillingKey;
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPayment};
use portone_v1::schedules::{CreateSchedules, NewSchedule};
use portone_v1::subscribe::PayAgain;
use portone_v1::types::Payment;
use portone_v1::vbanks::IssueVbank;
use portone_v1::{Client, Error, ReconcilePolicy, Reconciled, RequestFailure};
use portone_v1_tests::loopback::Loopback;
use portone_v1_tests::server::Answer;
use portone_v1_tests::torn;

use crate::answers::payment::{self, refunded};
use crate::fixture::{KEY, SECRET, at, shinhan, talk};

/// A shop whose server tears what changes anything, and answers reads like this. Its client looks once.
async fn shop(found: Answer) -> (Client, Loopback) {
    let torn = || async { Response::new(torn::body()) };
    let read = move || {
        let found = found.clone();
        async { found.into_response() }
    };
    let router = Router::new()
        .route("/users/getToken", post(|| async { Answer::token() }))
        .route("/subscribe/payments/again", post(torn))
        .route("/subscribe/payments/schedule", post(torn))
        .route("/subscribe/customers/{customer_uid}", get(read.clone()).delete(torn))
        .route("/payments/cancel", post(torn))
        .route("/vbanks", post(torn))
        .fallback(any(read));
    let server = Loopback::serve(router).await.unwrap();
    let client = Client::builder().base_url(server.url()).credentials(KEY, SECRET);
    (client.reconcile(ReconcilePolicy::once()).build().unwrap(), server)
}

fn nothing() -> Answer {
    Answer::json(404, r#"{"code":-1,"message":"존재하지 않는 결제정보입니다."}"#)
}

/// Another 5,000 of the 9,000 won that are left.
async fn refund(client: &Client, checksum: Checksum) -> Error {
    let request = CancelPayment::new(CancelAmount::partial(5_000), checksum);
    lost(client.payments().cancel(&request.imp_uid("imp_1")).await)
}

fn lost<T: std::fmt::Debug>(result: Result<T, Error>) -> Error {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::OutcomeUnknown(_)), "{error:?}");
    error
}

async fn charge(client: &Client) -> Error {
    let request = PayAgain::new("card-1", "order-1", 12_000, "Two tickets");
    lost(client.subscribe().pay_again(&request).await)
}

#[tokio::test]
async fn the_balance_is_evidence_of_a_refund() {
    let (client, _server) = shop(refunded(8_000)).await;
    let error = refund(&client, Checksum::expect(9_000)).await;
    let Reconciled::Done(found) = client.reconcile(&error).await.unwrap() else { panic!() };
    assert_eq!(found.decode::<Payment>().unwrap().unwrap().cancel_amount, 8_000.into());

    let (client, _server) = shop(refunded(3_000)).await;
    let error = refund(&client, Checksum::expect(9_000)).await;
    assert!(matches!(client.reconcile(&error).await.unwrap(), Reconciled::NotDoneYet));
}

#[tokio::test]
async fn the_balance_is_no_evidence_without_the_previous_one() {
    for (refunded_since, checksum) in
        [(8_000, Checksum::Unchecked), (4_000, Checksum::expect(9_000))]
    {
        let (client, _server) = shop(refunded(refunded_since)).await;
        let error = refund(&client, checksum).await;
        let reconciled = client.reconcile(&error).await.unwrap();
        assert!(matches!(reconciled, Reconciled::Unclear(_)), "{reconciled:?}");
    }
}

#[tokio::test]
async fn the_order_number_is_evidence_of_an_issued_account() {
    let due = at(1_893_456_000);
    let request = IssueVbank::new("channel-key-1", "order-1", 12_000, shinhan(), due);
    for (found, done) in [(refunded(3_000), true), (nothing(), false)] {
        let (client, _server) = shop(found).await;
        let error = client.vbanks().issue(&request).await.unwrap_err();
        let reconciled = client.reconcile(&error).await.unwrap();
        assert_eq!(matches!(reconciled, Reconciled::Done(_)), done, "{reconciled:?}");
        assert_eq!(matches!(reconciled, Reconciled::NotDoneYet), !done, "{reconciled:?}");
    }
}

/// Answers of `payments.find` that do not prove that there is no payment.
const NO_PROOF: [(u16, &str); 8] = [
    (200, r#"{"code":-1,"message":"일시적인 오류","response":null}"#),
    (200, r#"{"code":0}"#),
    (200, r#"{"code":0,"message":null,"response":false}"#),
    (200, r#"{"code":0,"message":null,"response":""}"#),
    (200, r#"{"code":0,"message":null,"response":{}}"#),
    (200, r#"{"code":0,"message":null,"response":[]}"#),
    (404, r#"{"code":5,"message":"not found","details":[]}"#),
    (404, "<html>"),
];

#[tokio::test]
async fn a_charge_is_not_done_yet_only_if_that_is_proven() {
    for (status, body) in NO_PROOF {
        let (client, _server) = shop(Answer::json(status, body)).await;
        let error = charge(&client).await;
        let reconciled = client.reconcile(&error).await;
        assert!(
            matches!(reconciled, Ok(Reconciled::Unclear(_)) | Err(_)),
            "{body}: {reconciled:?}"
        );
    }
    let (client, _server) = shop(nothing()).await;
    let error = charge(&client).await;
    assert!(matches!(client.reconcile(&error).await.unwrap(), Reconciled::NotDoneYet));
}

/// The mirror case: here a missing record is what was wanted.
#[tokio::test]
async fn a_billing_key_is_deleted_only_if_that_is_proven() {
    let gone = r#"{"code":1,"message":"요청하신 customer_uid(card-1)로 등록된 정보를 찾을 수 없습니다.","response":null}"#;
    let proven = [(200, gone), (404, gone)];
    for ((status, body), done) in
        NO_PROOF.into_iter().map(|each| (each, false)).chain(proven.map(|each| (each, true)))
    {
        let (client, _server) = shop(Answer::json(status, body)).await;
        let request = DeleteBillingKey::new("card-1");
        let error = lost(client.billing_keys().delete(&request).await);
        let reconciled = client.reconcile(&error).await;
        assert_eq!(matches!(reconciled, Ok(Reconciled::Done(_))), done, "{body}: {reconciled:?}");
        assert!(!matches!(reconciled, Ok(Reconciled::NotDoneYet)), "{body}");
    }
}

/// Of the payment, one field after the other belongs to another charge.
#[tokio::test]
async fn another_payment_is_no_evidence_of_a_charge() {
    let found = |field: &str, other: &str| {
        let json =
            payment::JSON.replace(r#""customer_uid": "buyer-77""#, r#""customer_uid": "card-1""#);
        let changed = json.replace(field, other);
        assert!(changed != json || field == other);
        Answer::ok(&changed)
    };
    for (field, other, done) in [
        ("imp_1", "imp_1", true),
        (r#""customer_uid": "card-1""#, r#""customer_uid": null"#, true),
        ("order-1", "order-2", false),
        (r#""customer_uid": "card-1""#, r#""customer_uid": "card-2""#, false),
        (r#""amount": 12000"#, r#""amount": 1200"#, false),
    ] {
        let (client, _server) = shop(found(field, other)).await;
        let error = charge(&client).await;
        let reconciled = client.reconcile(&error).await.unwrap();
        assert_eq!(matches!(reconciled, Reconciled::Done(_)), done, "{other}: {reconciled:?}");
        assert_eq!(matches!(reconciled, Reconciled::Unclear(_)), !done, "{other}: {reconciled:?}");
    }
}

#[tokio::test]
async fn each_schedule_is_looked_up_by_itself() {
    let charges = [("order-1", 100), ("order-2", 200)];
    let charges = charges
        .map(|(order, amount)| NewSchedule::new(order, at(1_893_456_000), "KRW", amount, "표"));
    let request = CreateSchedules::new("card-1", charges);
    let (client, _server) = shop(Answer::ok(r#"[{"merchant_uid":"order-1","amount":100}]"#)).await;
    let error = lost(client.schedules().create(&request).await);
    // Both look-ups are answered with the first order.
    assert!(matches!(client.reconcile(&error).await.unwrap(), Reconciled::Unclear(_)));
}

#[tokio::test]
async fn a_refund_that_is_answered_with_another_payment_is_outcome_unknown() {
    for (request, field) in [
        (refund_request().imp_uid("imp_2"), "imp_uid"),
        (refund_request().merchant_uid("order-2"), "merchant_uid"),
    ] {
        let (client, server) = talk(Answer::ok(payment::JSON)).await;
        let error = client.payments().cancel(&request).await.unwrap_err();
        let Error::OutcomeUnknown(unknown) = error else { panic!("{error:?}") };
        let RequestFailure::WrongRecord(wrong) = unknown.cause else { panic!("{unknown:?}") };
        assert_eq!((wrong.field, server.calls().len()), (field, 1));
    }
    let (client, _server) = talk(Answer::ok(payment::JSON)).await;
    // The order number is ignored beside the identifier of the payment.
    let both = refund_request().imp_uid("imp_1").merchant_uid("order-2");
    client.payments().cancel(&both).await.unwrap();
    let error = client.payments().get(&GetPayment::new("imp_2")).await.unwrap_err();
    assert!(matches!(error, Error::WrongRecord(_)), "{error:?}");
}

fn refund_request() -> CancelPayment {
    CancelPayment::new(CancelAmount::partial(5_000), Checksum::expect(9_000))
}

#[tokio::test]
async fn a_blank_identifier_counts_as_absent() {
    for blank in ["", " \t"] {
        let (client, server) = talk(Answer::ok(payment::JSON)).await;
        let request = refund_request().imp_uid(blank).merchant_uid("order-1");
        client.payments().cancel(&request).await.unwrap();
        let sent = &server.calls()[0].body;
        assert!(sent.contains("order-1") && !sent.contains("imp_uid"), "{sent}");

        let neither = refund_request().imp_uid(blank).merchant_uid(blank);
        let error = client.payments().cancel(&neither).await.unwrap_err();
        let Error::InvalidRequest(invalid) = error else { panic!("{error:?}") };
        assert_eq!(invalid.violations[0].parameter, "imp_uid");
        assert_eq!(invalid.violations[0].problem, "or `merchant_uid` is required");
        assert_eq!(server.calls().len(), 1);
    }
    let (client, _server) = shop(refunded(8_000)).await;
    let request = refund_request().imp_uid("").merchant_uid("order-1");
    let error = lost(client.payments().cancel(&request).await);
    assert!(matches!(client.reconcile(&error).await.unwrap(), Reconciled::Done(_)));
}

#[tokio::test]
async fn other_errors_cannot_be_reconciled() {
    let (client, _server) = shop(nothing()).await;
    let error = client.payments().get(&GetPayment::new("imp_1")).await.unwrap_err();
    let again = client.reconcile(&error).await.unwrap_err();
    assert!(matches!(again, Error::Status(_)), "{again:?}");
}
