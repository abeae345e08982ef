//! Responses that are constructed in a merchant's own tests.

use portone_v1::testing::{self, from_json};
use portone_v1::types::{Payment, PaymentStatus};

#[test]
fn a_test_payment_has_only_the_given_fields() {
    let mut payment = testing::payment();
    assert_eq!(payment.buyer_name, None);
    assert_eq!((payment.amount, payment.cancel_history.len()), (0.into(), 0));
    payment.status = PaymentStatus::Paid;
    payment.imp_uid = "imp_1".to_owned();
    assert_eq!((&*payment.imp_uid, payment.status), ("imp_1", PaymentStatus::Paid));
}

#[test]
fn a_test_response_equals_the_shortest_response() {
    let read: Payment = from_json(
        r#"{"imp_uid":"","merchant_uid":"","amount":0,"cancel_amount":0,"status":"ready"}"#,
    )
    .unwrap();
    assert_eq!(testing::payment(), read);
}

#[test]
fn errors_in_json_are_located() {
    let error = from_json::<Payment>(r#"{"imp_uid":"imp_1"}"#).unwrap_err();
    assert_eq!(error.to_string(), "$.merchant_uid is missing instead of a string");
}
