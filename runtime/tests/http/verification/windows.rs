//! The results of payment windows: callbacks and redirects.

use portone_v1_runtime::verification::{ParseError, UntrustedPayment, WindowRefusal, WindowResult};

fn callback(body: &str) -> Result<WindowResult, ParseError> {
    WindowResult::parse(Some("application/json"), body.as_bytes())
}

fn payment(result: WindowResult) -> UntrustedPayment {
    match result {
        WindowResult::Payment(payment) => payment,
        WindowResult::Refused(refusal) => panic!("{refusal:?}"),
    }
}

fn refusal(result: WindowResult) -> WindowRefusal {
    match result {
        WindowResult::Payment(payment) => panic!("{payment:?}"),
        WindowResult::Refused(refusal) => refusal,
    }
}

#[test]
fn a_payment_is_named_by_its_identifiers_alone() {
    for result in [
        callback(
            r#"{"success":true,"imp_uid":"imp_1","merchant_uid":"order-1","paid_amount":1,"status":"paid"}"#,
        ),
        callback(
            r#"{"success":false,"imp_uid":"imp_1","merchant_uid":"order-1","error_msg":"한도초과"}"#,
        ),
        callback(
            r#"{"imp_uid":"imp_1","merchant_uid":"order-1","error_code":null,"error_msg":null}"#,
        ),
        WindowResult::parse(None, b"imp_uid=imp_1&merchant_uid=order-1&imp_success=true"),
        WindowResult::from_query("imp_uid=imp_1&merchant_uid=order-1&imp_success=true"),
        WindowResult::from_query("?imp_uid=imp_1&merchant_uid=order-1&error_msg=%C1%D6"),
        WindowResult::from_query("?utm=1&utm=2&imp_uid=imp_1&merchant_uid=order%2D1"),
    ] {
        let payment = payment(result.unwrap());
        assert_eq!((payment.imp_uid(), payment.merchant_uid()), (Some("imp_1"), "order-1"));
    }
}

#[test]
fn without_a_payment_it_is_a_refusal_with_its_error() {
    for result in [
        callback(
            r#"{"success":false,"imp_uid":null,"merchant_uid":"order-1","error_code":"F400","error_msg":"취소"}"#,
        ),
        callback(
            r#"{"imp_uid":"","merchant_uid":"order-1","error_code":"F400","error_msg":"취소"}"#,
        ),
        callback(
            r#"{"imp_uid":[],"merchant_uid":"order-1","error_code":"F400","error_msg":"취소"}"#,
        ),
        // A page has put a missing value into the query.
        WindowResult::from_query(
            "imp_uid=null&merchant_uid=order-1&error_code=F400&error_msg=%EC%B7%A8%EC%86%8C",
        ),
        WindowResult::from_query(
            "imp_uid=undefined&merchant_uid=order-1&error_code=F400&error_msg=%EC%B7%A8%EC%86%8C",
        ),
        WindowResult::from_query(
            "merchant_uid=order-1&error_code=F400&error_msg=%EC%B7%A8%EC%86%8C",
        ),
    ] {
        let refusal = refusal(result.unwrap());
        let order = refusal.order().unwrap();
        assert_eq!((order.imp_uid(), order.merchant_uid()), (None, "order-1"));
        assert_eq!(refusal.claimed_error_code(), Some("F400"));
        assert_eq!(refusal.claimed_error_message(), Some("취소"));
        assert!(!format!("{refusal:?}").contains("취소"));
    }
    let bare = refusal(WindowResult::from_query("?merchant_uid=order-1").unwrap());
    assert_eq!((bare.claimed_error_code(), bare.claimed_error_message()), (None, None));
    let nameless = refusal(callback(r#"{"error_msg":"PG 설정 오류"}"#).unwrap());
    assert!(nameless.order().is_none());
    let long = format!("error_msg={}", "길".repeat(500));
    let long = refusal(WindowResult::from_query(&long).unwrap());
    assert_eq!(long.claimed_error_message().unwrap().chars().count(), 500);
}

#[test]
fn hostile_results_are_the_sender_s_fault() {
    for (query, expected) in [
        ("", ParseError::Missing("imp_uid")),
        ("?utm=1", ParseError::Missing("imp_uid")),
        ("imp_uid=imp_1", ParseError::Missing("merchant_uid")),
        ("imp_uid=..&merchant_uid=order-1", ParseError::Invalid("imp_uid")),
        ("imp_uid=imp_1%2F..&merchant_uid=order-1", ParseError::Invalid("imp_uid")),
        ("merchant_uid=..", ParseError::Invalid("merchant_uid")),
        ("imp_uid=a&imp_uid=b&merchant_uid=m", ParseError::Ambiguous("imp_uid")),
        ("imp_uid=a&merchant_uid=m&merchant_uid=n", ParseError::Ambiguous("merchant_uid")),
    ] {
        let error = WindowResult::from_query(query).unwrap_err();
        assert_eq!((&error, error.status()), (&expected, 400), "{query}");
    }
    let long = format!("imp_uid=i&merchant_uid=m&more={}", "x".repeat(64 * 1024));
    assert_eq!(WindowResult::from_query(&long).unwrap_err(), ParseError::TooLong);
    assert_eq!(callback("[]").unwrap_err(), ParseError::NotJson);
}
