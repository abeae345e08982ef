//! Responses that are constructed in a merchant's own tests.

use portone_v1::testing::{self, from_json};
use portone_v1::types::{Payment, PaymentCancel, PaymentStatus};

#[test]
fn a_test_payment_is_paid_and_can_be_changed() {
    let mut payment = testing::payment();
    assert_eq!((&payment.status, payment.amount), (&PaymentStatus::Paid, 1_000.into()));
    assert_eq!((payment.buyer_name, payment.cancel_history.len()), (None, 0));
    payment.status = PaymentStatus::Failed;
    payment.imp_uid = "imp_2".to_owned();
    assert_eq!((&*payment.imp_uid, payment.status), ("imp_2", PaymentStatus::Failed));
}

#[test]
fn a_test_response_equals_the_shortest_response() {
    let read: Payment = from_json(
        r#"{"imp_uid":"imp_1","merchant_uid":"order-1","amount":1000,"cancel_amount":0,
            "currency":"KRW","status":"paid"}"#,
    )
    .unwrap();
    assert_eq!(testing::payment(), read);
    let refund: PaymentCancel = from_json(r#"{"amount":0}"#).unwrap();
    assert_eq!(testing::payment_cancel(), refund);
}

#[test]
fn errors_in_json_are_located() {
    let error = from_json::<Payment>(r#"{"imp_uid":"imp_1"}"#).unwrap_err();
    assert_eq!(error.to_string(), "$.merchant_uid is missing instead of a string");
}
