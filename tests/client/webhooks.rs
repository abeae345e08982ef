//! Webhooks: what the server says of a payment decides, never what was sent to us.

use portone_v1::types::Payment;
use portone_v1::webhook::{Difference, Expected, UntrustedNotification, Verified, VerifyError};
use portone_v1_tests::server::{Answer, Server};

use crate::fixture::talk;

const JSON: (&str, &str) = (
    "application/json",
    r#"{"imp_uid":"imp_1","merchant_uid":"order-1","status":"paid","amount":1}"#,
);
const FORM: (&str, &str) =
    ("application/x-www-form-urlencoded", "imp_uid=imp_1&merchant_uid=order-1&status=paid");

fn notification((content_type, body): (&str, &str)) -> UntrustedNotification {
    UntrustedNotification::parse(Some(content_type), body.as_bytes()).unwrap()
}

/// A payment of 1,000 won, but for what is given.
fn payment(changed: &str) -> Answer {
    let mut fields = serde_json::json!({
        "imp_uid": "imp_1", "merchant_uid": "order-1", "amount": 1000, "cancel_amount": 0,
        "currency": "KRW", "status": "paid",
    });
    let changed: serde_json::Value = serde_json::from_str(changed).unwrap();
    for (name, value) in changed.as_object().unwrap() {
        fields[name] = value.clone();
    }
    Answer::ok(&fields.to_string())
}

async fn verify(
    answer: Answer,
    expected: impl Into<Expected> + Send,
) -> (Result<Verified<Payment>, VerifyError>, Server) {
    let (client, server) = talk(answer).await;
    (notification(JSON).verify(&client, expected).await, server)
}

async fn differences(changed: &str) -> Vec<Difference> {
    match verify(payment(changed), 1_000).await.0 {
        Err(VerifyError::Mismatch(mismatch)) => mismatch.differences,
        other => panic!("{changed}: {other:?}"),
    }
}

#[tokio::test]
async fn a_payment_of_the_order_is_verified() {
    for sent in [JSON, FORM] {
        let (client, server) = talk(payment("{}")).await;
        let verified = notification(sent).verify(&client, 1_000).await.unwrap();
        assert_eq!(verified.amount, 1_000.into());
        assert_eq!(server.calls()[0].target, "/payments/imp_1");
        let found: Payment = verified.into_inner();
        assert_eq!(found, notification(sent).look_up(&client).await.unwrap());
    }
}

#[tokio::test]
async fn differences_are_reported() {
    let [expected, found] = [1_000.into(), 999.into()];
    assert_eq!(differences(r#"{"amount":999}"#).await, [Difference::Amount { expected, found }]);
    assert_eq!(
        differences(r#"{"currency":"USD"}"#).await,
        [Difference::Currency { expected: "KRW".into(), found: "USD".into() }]
    );
    assert_eq!(differences(r#"{"merchant_uid":"order-2"}"#).await, [Difference::MerchantUid]);
    assert_eq!(differences(r#"{"imp_uid":"imp_2"}"#).await, [Difference::ImpUid]);
    assert_eq!(differences(r#"{"cancel_amount":300}"#).await, [Difference::Refunded(300.into())]);
    for status in ["failed", "ready", "cancelled", "of-tomorrow"] {
        let changed = format!(r#"{{"status":"{status}"}}"#);
        assert_eq!(differences(&changed).await, [Difference::NotPaid(status.into())]);
    }
}

#[tokio::test]
async fn another_currency_can_be_expected() {
    let dollars = payment(r#"{"currency":"USD","amount":10.5}"#);
    let price: portone_v1::Decimal = "10.50".parse().unwrap();
    let (result, _server) = verify(dollars, Expected::new(price, "USD")).await;
    assert_eq!(result.unwrap().currency, "USD");
}

#[tokio::test]
async fn a_forged_imp_uid_is_not_found() {
    let unknown = Answer::json(404, r#"{"code":-1,"message":"존재하지 않는 결제정보입니다."}"#);
    let (result, _server) = verify(unknown, 1_000).await;
    assert!(matches!(result, Err(VerifyError::NotFound(_))), "{result:?}");
}

#[tokio::test]
async fn an_empty_response_verifies_nothing() {
    for answer in [Answer::html(404, "nothing here"), Answer::ok("null")] {
        let (result, _server) = verify(answer, 1_000).await;
        assert!(matches!(result, Err(VerifyError::Call(_))), "{result:?}");
    }
}
