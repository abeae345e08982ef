//! Verification: what the server says of a payment decides, never what was sent to us.

use portone_v1::Error;
use portone_v1::types::Payment;
use portone_v1::verification::{
    Difference, Expected, UntrustedNotification, UntrustedPayment, Verified, VerifyError,
    WindowResult,
};
use portone_v1_tests::server::{Answer, Server};

use crate::fixture::{fake, talk};
use portone_v1_fake::Buyer;

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

/// The client notices that first, as in every response.
#[tokio::test]
async fn another_payment_is_refused() {
    let result = verify(payment(r#"{"imp_uid":"imp_2"}"#), 1_000).await.0;
    assert!(matches!(result, Err(VerifyError::Call(Error::WrongRecord(_)))), "{result:?}");
}

#[tokio::test]
async fn differences_are_reported() {
    let [expected, found] = [1_000.into(), 999.into()];
    assert_eq!(differences(r#"{"amount":999}"#).await, [Difference::Amount { expected, found }]);
    assert_eq!(
        differences(r#"{"currency":"USD"}"#).await,
        [Difference::Currency { expected: "KRW".into(), found: Some("USD".into()) }]
    );
    assert_eq!(differences(r#"{"merchant_uid":"order-2"}"#).await, [Difference::MerchantUid]);
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
    assert_eq!(result.unwrap().currency.as_deref(), Some("USD"));
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

#[tokio::test]
async fn every_way_into_the_shop_ends_in_the_same_verification() {
    let (client, portone) = fake().await;
    let imp_uid = portone.pay(Buyer::new("order-1", 1_000)).unwrap();
    let json = format!(r#"{{"success":true,"imp_uid":"{imp_uid}","merchant_uid":"order-1"}}"#);
    let query = format!("?imp_uid={imp_uid}&merchant_uid=order-1&imp_success=true");
    let of_window = |result| match result {
        WindowResult::Payment(payment) => payment,
        WindowResult::Refused(refusal) => panic!("{refusal:?}"),
    };
    for payment in [
        of_window(WindowResult::parse(Some("application/json"), json.as_bytes()).unwrap()),
        of_window(WindowResult::from_query(&query).unwrap()),
        UntrustedNotification::parse(None, json.as_bytes()).unwrap().payment().clone(),
        UntrustedPayment::of_order("order-1"),
    ] {
        assert_eq!(payment.verify(&client, 1_000).await.unwrap().imp_uid, imp_uid);
        assert_eq!(payment.look_up(&client).await.unwrap().imp_uid, imp_uid);
        let less = payment.verify(&client, 1_001).await;
        assert!(matches!(less, Err(VerifyError::Mismatch(_))), "{less:?}");
    }
}

/// The browser never came back, and no webhook arrived.
#[tokio::test]
async fn of_an_order_the_paid_payment_is_verified() {
    let (client, portone) = fake().await;
    let order = UntrustedPayment::of_order("order-1");
    let nothing = order.verify(&client, 1_000).await.unwrap_err();
    assert!(matches!(nothing, VerifyError::NotFound(_)), "{nothing:?}");

    portone.pay(Buyer::new("order-1", 1_000).failing("한도초과")).unwrap();
    match order.verify(&client, 1_000).await {
        Err(VerifyError::Mismatch(mismatch)) => {
            assert_eq!(mismatch.differences, [Difference::NotPaid("failed".into())]);
        }
        other => panic!("{other:?}"),
    }
    let paid = portone.pay(Buyer::new("order-1", 1_000)).unwrap();
    portone.pay(Buyer::new("order-2", 5_000)).unwrap();
    assert_eq!(order.verify(&client, 1_000).await.unwrap().imp_uid, paid);
}

#[tokio::test]
async fn a_forged_refusal_does_not_hide_a_payment() {
    let (client, portone) = fake().await;
    let paid = portone.pay(Buyer::new("order-1", 1_000)).unwrap();
    let refused = WindowResult::from_query("merchant_uid=order-1&error_code=F400").unwrap();
    let WindowResult::Refused(refusal) = refused else { panic!("{refused:?}") };
    let order = refusal.order().unwrap();
    assert_eq!(order.verify(&client, 1_000).await.unwrap().imp_uid, paid);
}

#[tokio::test]
async fn an_order_that_cannot_be_read_is_not_missing() {
    let (client, _server) = talk(Answer::html(404, "nothing here")).await;
    let error = UntrustedPayment::of_order("order-1").verify(&client, 1_000).await.unwrap_err();
    assert!(matches!(error, VerifyError::Call(_)), "{error:?}");
    assert_eq!(error.webhook_status(), 500);
}
