//! The connection breaks in the middle of the answer: what became of the request is looked up.

use axum::Router;
use axum::routing::{get, post};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPayment};
use portone_v1::types::Payment;
use portone_v1::vbanks::IssueVbank;
use portone_v1::{Client, Error, Reconciled};
use portone_v1_tests::loopback::Loopback;
use portone_v1_tests::server::Answer;
use portone_v1_tests::torn;

use crate::answers::payment;
use crate::fixture::{at, client, shinhan};

/// A shop whose server tears what changes anything, and answers reads like this.
async fn shop(found: Answer) -> (Client, Loopback) {
    let (by_id, by_order) = (found.clone(), found);
    let router = Router::new()
        .route("/users/getToken", post(|| async { Answer::token() }))
        .route("/payments/cancel", post(async || torn::body()))
        .route("/vbanks", post(async || torn::body()))
        .route("/payments/{imp_uid}", get(|| async { by_id }))
        .route("/payments/find/{merchant_uid}", get(|| async { by_order }));
    let server = Loopback::serve(router).await.unwrap();
    (client(server.url()), server)
}

/// Of 12,000 won, this much has been given back.
fn refunded(amount: u32) -> Answer {
    let json =
        payment::JSON.replace(r#""cancel_amount": 3000"#, &format!(r#""cancel_amount": {amount}"#));
    assert!(amount == 3_000 || json != payment::JSON);
    Answer::ok(&json)
}

fn nothing() -> Answer {
    Answer::json(404, r#"{"code":-1,"message":"존재하지 않는 결제정보입니다."}"#)
}

/// Another 5,000 of the 9,000 won that are left.
async fn refund(client: &Client, checksum: Checksum) -> Error {
    let request = CancelPayment::new(CancelAmount::partial(5_000), checksum);
    let error = client.payments().cancel(&request.imp_uid("imp_1")).await.unwrap_err();
    assert!(matches!(error, Error::OutcomeUnknown(_)), "{error:?}");
    error
}

#[tokio::test]
async fn the_balance_is_evidence_of_a_refund() {
    let (client, _server) = shop(refunded(8_000)).await;
    let error = refund(&client, Checksum::expect(9_000)).await;
    let Reconciled::Done(found) = client.reconcile(&error).await.unwrap() else { panic!() };
    assert_eq!(found.decode::<Payment>().unwrap().unwrap().cancel_amount, 8_000.into());

    let (client, _server) = shop(refunded(3_000)).await;
    let error = refund(&client, Checksum::expect(9_000)).await;
    assert!(matches!(client.reconcile(&error).await.unwrap(), Reconciled::NotDone));
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
        assert_eq!(matches!(reconciled, Reconciled::NotDone), !done, "{reconciled:?}");
    }
}

#[tokio::test]
async fn other_errors_cannot_be_reconciled() {
    let (client, _server) = shop(nothing()).await;
    let error = client.payments().get(&GetPayment::new("imp_1")).await.unwrap_err();
    let again = client.reconcile(&error).await.unwrap_err();
    assert!(matches!(again, Error::Status(_)), "{again:?}");
}
