//! The confirm process: the request, and the response that lets the payment go on or not.

use std::time::Duration;

use portone_v1_runtime::Decimal;
use portone_v1_runtime::verification::{ConfirmRequest, ConfirmResponse, ParseError};

const BODY: &str = r#"{"imp_uid":"imp_1","merchant_uid":"order-1","amount":12000}"#;

fn parse(body: &str) -> Result<ConfirmRequest, ParseError> {
    ConfirmRequest::parse(None, body.as_bytes())
}

#[test]
fn the_request_is_json_or_a_form() {
    for body in [BODY, "imp_uid=imp_1&merchant_uid=order-1&amount=12000"] {
        let request = parse(body).unwrap();
        assert_eq!((request.imp_uid(), request.merchant_uid()), ("imp_1", "order-1"));
        assert_eq!(request.amount(), Decimal::from(12_000));
    }
    assert_eq!(ConfirmRequest::TIME_LIMIT, Duration::from_secs(10));
}

#[test]
fn amounts_are_compared_exactly() {
    for (sent, price, approved) in [
        ("12000", "12000", true),
        ("12000.00", "12000", true),
        ("\"12000\"", "12000", true),
        ("10.10", "10.1", true),
        ("1.2e4", "12000", true),
        ("11999", "12000", false),
        ("0", "12000", false),
        ("-12000", "12000", false),
        ("9007199254740993", "9007199254740992", false),
    ] {
        let request = parse(&BODY.replace("12000", sent)).unwrap();
        let price: Decimal = price.parse().unwrap();
        assert_eq!(request.compare(price).is_approved(), approved, "{sent} for {price}");
    }
}

#[test]
fn a_response_approves_or_says_why_not() {
    let approved = ConfirmResponse::approve();
    assert_eq!((approved.status(), &*approved.body()), (200, "{}"));
    let refused = ConfirmResponse::refuse("\"sold\" out");
    assert_eq!((refused.status(), &*refused.body()), (400, r#"{"reason":"\"sold\" out"}"#));
    assert!(!refused.is_approved());
    let differs = parse(BODY).unwrap().compare(1_000);
    assert_ne!(differs.status(), 200);
    assert!(differs.body().contains("금액"), "{}", differs.body());
}

#[test]
fn what_is_not_a_request_is_not_approved() {
    for (body, expected) in [
        (BODY.replace("12000", "\"a lot\""), ParseError::Invalid("amount")),
        (BODY.replace("12000", "\"12_000\""), ParseError::Invalid("amount")),
        (
            BODY.replace("12000", "12000.00000000000000000000000000001"),
            ParseError::Invalid("amount"),
        ),
        (BODY.replace("12000", "[12000]"), ParseError::Invalid("amount")),
        (BODY.replace("12000", "null"), ParseError::Missing("amount")),
        (BODY.replace("imp_1", ".."), ParseError::Invalid("imp_uid")),
        (BODY.replace("order-1", ""), ParseError::Missing("merchant_uid")),
        (BODY.replace('}', ",\"amount\":1}"), ParseError::Ambiguous("amount")),
    ] {
        let error = parse(&body).unwrap_err();
        assert_eq!((&error, error.status()), (&expected, 400), "{body}");
    }
}
