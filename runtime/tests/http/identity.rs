//! Responses about another record than the request.

use portone_v1_runtime::internal::{Call, FromJson, Json};
use portone_v1_runtime::{Decimal, Error, RequestFailure};

use crate::fixture::{CANCEL, CHANGE, CHARGE, GET, client, server};

/// A record of which nothing is required.
struct Anything;

impl FromJson for Anything {
    fn from_json(_: Json<'_>) -> Self {
        Self
    }
}

async fn answered(call: Call, response: &str) -> Result<(), Error> {
    let server = server(200, format!(r#"{{"code":0,"message":null,"response":{response}}}"#)).await;
    client(&server).send(call).await?.decode::<Anything>().map(drop)
}

fn change() -> Call {
    Call::new(&CHANGE).path("imp_uid", &"imp_1").body("amount", &Decimal::from(1000))
}

/// The field that gives it away.
fn wrong(result: Result<(), Error>) -> Option<&'static str> {
    match result {
        Ok(()) => None,
        Err(Error::WrongRecord(error)) => Some(error.field),
        Err(Error::OutcomeUnknown(error)) => match error.cause {
            RequestFailure::WrongRecord(error) => Some(error.field),
            other => panic!("{other:?}"),
        },
        Err(other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_write_that_is_answered_with_another_record_is_outcome_unknown() {
    let response = r#"{"imp_uid":"imp_2","amount":1000}"#;
    let error = answered(change(), response).await.unwrap_err();
    let Error::OutcomeUnknown(unknown) = &error else { panic!("{error:?}") };
    assert!(matches!(unknown.cause, RequestFailure::WrongRecord(_)), "{error:?}");
    assert_eq!((error.operation(), error.status()), (Some("vbanks.change"), Some(200)));
    assert!(error.raw_body().is_some_and(|body| body.ends_with(b"}}")));
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("imp_uid") && !shown.contains("imp_2"), "{shown}");
}

#[tokio::test]
async fn a_read_that_is_answered_with_another_record_is_an_error() {
    let call = Call::new(&GET).path("imp_uid", &"imp_1");
    let error = answered(call, r#"{"imp_uid":"imp_2"}"#).await.unwrap_err();
    assert!(matches!(error, Error::WrongRecord(_)), "{error:?}");
    assert_eq!((error.operation(), error.status()), (Some("payments.get"), Some(200)));
}

#[tokio::test]
async fn every_value_of_the_request_is_compared() {
    for (response, expected) in [
        (r#"{"imp_uid":"imp_1","amount":1000}"#, None),
        (r#"{"imp_uid":"imp_1","amount":"1000.0"}"#, None),
        (r#"{"imp_uid":"IMP_1 "}"#, None),
        (r#"{"imp_uid":"","amount":1000}"#, None),
        (r#"{"imp_uid":["imp_1"],"amount":1000}"#, Some("imp_uid")),
        (r#"{"imp_uid":"imp_1","amount":"1,000"}"#, Some("amount")),
        (r#"{"imp_uid":"imp_1","amount":999}"#, Some("amount")),
        (r#"{"imp_uid":"imp_1","amount":"999"}"#, Some("amount")),
        (r#"{"imp_uid":"imp_11","amount":1000}"#, Some("imp_uid")),
        (r#"{"imp_uid":"imp_1","imp_uid":"imp_2"}"#, Some("imp_uid")),
        (r#"[{"imp_uid":"imp_1"},{"imp_uid":"imp_2"}]"#, Some("imp_uid")),
        (r#"{"total":1,"list":[{"imp_uid":"imp_2"}]}"#, Some("imp_uid")),
        (r#"{"failed":[],"succeeded":[{"imp_uid":"imp_2"}]}"#, Some("imp_uid")),
    ] {
        assert_eq!(wrong(answered(change(), response).await), expected, "{response}");
    }
}

#[tokio::test]
async fn a_write_does_not_succeed_on_a_record_without_a_key() {
    for response in [r#"{"other":1}"#, r#"[{"other":1}]"#, r#"{"imp_uid":null,"amount":null}"#, "1"]
    {
        let error = answered(change(), response).await.unwrap_err();
        let Error::OutcomeUnknown(unknown) = &error else { panic!("{response}: {error:?}") };
        assert!(matches!(unknown.cause, RequestFailure::Decode(_)), "{response}: {error:?}");
        let read = Call::new(&GET).path("imp_uid", &"imp_1");
        answered(read, response).await.unwrap();
    }
}

#[tokio::test]
async fn the_identifier_of_the_payment_outweighs_the_order() {
    let both = || Call::new(&CANCEL).body("imp_uid", &"imp_1").body("merchant_uid", &"order-1");
    for (response, expected) in [
        (r#"{"imp_uid":"imp_1","merchant_uid":"order-2"}"#, None),
        (r#"{"imp_uid":"imp_2","merchant_uid":"order-1"}"#, Some("imp_uid")),
        (r#"{"merchant_uid":"order-2"}"#, Some("merchant_uid")),
    ] {
        assert_eq!(wrong(answered(both(), response).await), expected, "{response}");
    }
    let by_order = Call::new(&CANCEL).body("merchant_uid", &"order-1");
    let response = r#"{"imp_uid":"imp_2","merchant_uid":"order-1"}"#;
    assert_eq!(wrong(answered(by_order, response).await), None);
}

#[tokio::test]
async fn a_record_of_a_list_is_one_of_those_asked_for() {
    let asked = || {
        let call = Call::new(&CANCEL).body("imp_uid", &vec!["imp_1", "imp_2"]);
        call.body("merchant_uid", &vec!["order-3"])
    };
    for (response, expected) in [
        (r#"[{"imp_uid":"imp_2","merchant_uid":"order-2"}]"#, None),
        (r#"[{"imp_uid":"imp_3","merchant_uid":"order-3"}]"#, None),
        (r#"[{"imp_uid":"imp_1"},{"imp_uid":"imp_3","merchant_uid":"order-4"}]"#, Some("imp_uid")),
    ] {
        assert_eq!(wrong(answered(asked(), response).await), expected, "{response}");
    }
}

#[tokio::test]
async fn a_record_has_the_values_of_one_item_of_the_request() {
    use portone_v1_runtime::internal::{Fields, Value};
    let item = |order: &str, amount: i64| -> Value {
        Fields::new().with("merchant_uid", &order).with("amount", &amount).into()
    };
    let schedule = || {
        let items = vec![item("order-1", 100), item("order-2", 200)];
        Call::new(&CHARGE).body("customer_uid", &"card-1").body("schedules", &items)
    };
    for (response, expected) in [
        (r#"[{"customer_uid":"card-1","merchant_uid":"order-2","amount":200}]"#, None),
        (r#"[{"merchant_uid":"order-2","amount":100}]"#, Some("merchant_uid")),
        (r#"[{"customer_uid":"card-2","merchant_uid":"order-2"}]"#, Some("customer_uid")),
        (r#"[{"merchant_uid":"order-3","amount":100}]"#, Some("merchant_uid")),
    ] {
        assert_eq!(wrong(answered(schedule(), response).await), expected, "{response}");
    }
}

#[tokio::test]
async fn a_promotion_may_lower_the_amount() {
    let call = change().body("promotion_id", &"promotion-id-1");
    assert_eq!(wrong(answered(call, r#"{"imp_uid":"imp_1","amount":900}"#).await), None);
}
