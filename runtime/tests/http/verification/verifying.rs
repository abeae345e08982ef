//! Verification of webhooks against the payment on the server.

use portone_v1_runtime::internal::{
    Call, FromJson, Json, Method, Operation, PaymentSource, Transport, Verifiable,
};
use portone_v1_runtime::verification::{
    Difference, Expected, PaymentMismatch, UntrustedNotification, Verified, VerifyError,
};
use portone_v1_runtime::{Decimal, Error};

use crate::fixture::{GET, builder, operation, token};
use crate::server::{Reply, Server};

const FIND: Operation =
    operation("payments.find", Method::Get, "/payments/find/{merchant_uid}/{payment_status?}");

/// Stands in for the generated client.
struct Client(Transport);

#[derive(Debug)]
struct Payment {
    imp_uid: String,
    merchant_uid: String,
    amount: Decimal,
    cancel_amount: Decimal,
    currency: Option<String>,
    status: String,
    sandbox: Option<bool>,
}

impl FromJson for Payment {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        Self {
            imp_uid: object.required("imp_uid"),
            merchant_uid: object.required("merchant_uid"),
            amount: object.required("amount"),
            cancel_amount: object.required("cancel_amount"),
            currency: object.optional("currency"),
            status: object.required("status"),
            sandbox: object.optional("sandbox"),
        }
    }
}

impl Verifiable for Payment {
    fn imp_uid(&self) -> &str {
        &self.imp_uid
    }

    fn merchant_uid(&self) -> &str {
        &self.merchant_uid
    }

    fn amount(&self) -> Decimal {
        self.amount
    }

    fn refunded(&self) -> Decimal {
        self.cancel_amount
    }

    fn currency(&self) -> Option<&str> {
        self.currency.as_deref()
    }

    fn status(&self) -> &str {
        &self.status
    }

    fn sandbox(&self) -> Option<bool> {
        self.sandbox
    }
}

impl PaymentSource for Client {
    type Payment = Payment;

    fn includes_test_payments(&self) -> bool {
        self.0.includes_test_payments()
    }

    async fn payment(&self, imp_uid: &str, include: bool) -> Result<Payment, Error> {
        let call = Call::new(&GET).path("imp_uid", &imp_uid);
        let call = if include { call.query("include_sandbox", &true) } else { call };
        self.0.send(call).await?.decode()
    }

    async fn payment_of_order(
        &self,
        merchant_uid: &str,
        status: Option<&'static str>,
    ) -> Result<Payment, Error> {
        let call = Call::new(&FIND).path("merchant_uid", &merchant_uid);
        self.0.send(call.path("payment_status", &status)).await?.decode()
    }
}

const PAID: &str = r#"{"imp_uid":"imp_1","merchant_uid":"order-1","amount":1000,"cancel_amount":0,"currency":"KRW","status":"paid"}"#;

/// A server that gives this answer to the one question that it expects.
async fn answering(reply: impl Fn() -> Reply + Send + Sync + 'static) -> (Server, Client) {
    let server = Server::start(move |seen| match &*seen.target {
        "/users/getToken" => token("t1", 1800),
        "/payments/imp_1" => reply(),
        other => panic!("{other}"),
    })
    .await;
    let client = Client(builder(&server.url()).build().unwrap());
    (server, client)
}

fn notification() -> UntrustedNotification {
    let body = b"imp_uid=imp_1&merchant_uid=order-1&status=paid";
    UntrustedNotification::parse(None, body).unwrap()
}

async fn verify(
    payment: String,
    expected: impl Into<Expected> + Send,
) -> Result<Verified<Payment>, VerifyError> {
    let (_server, client) = answering(move || Reply::ok(&payment)).await;
    notification().verify(&client, expected).await
}

/// The differences from a payment of 1,000 won after this change.
async fn differences(from: &str, to: &str) -> Vec<Difference> {
    let payment = PAID.replace(from, to);
    assert_ne!(payment, PAID);
    match verify(payment, 1000).await {
        Err(VerifyError::Mismatch(mismatch)) => mismatch.differences,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_paid_payment_is_verified() {
    let payment = verify(PAID.to_owned(), 1000).await.unwrap();
    assert_eq!(payment.imp_uid, "imp_1");
    assert_eq!(payment.into_inner().amount, Decimal::from(1000));
}

/// The client rejects the response, whatever it is read for.
#[tokio::test]
async fn another_payment_is_the_wrong_record() {
    let result = verify(PAID.replace("imp_1", "imp_2"), 1000).await;
    assert!(matches!(result, Err(VerifyError::Call(Error::WrongRecord(_)))), "{result:?}");
}

#[tokio::test]
async fn other_currencies_and_fractions() {
    let dollars = PAID.replace("1000", "\"10.50\"").replace("KRW", "USD");
    let amount = Decimal::new(105, 1);
    verify(dollars.clone(), Expected::new(amount, "USD")).await.unwrap();
    assert!(matches!(verify(dollars, amount).await, Err(VerifyError::Mismatch(_))));
}

#[tokio::test]
async fn each_difference_is_reported() {
    let paid = |status: &str| Difference::NotPaid(status.to_owned());
    let (expected, found) = (Decimal::from(1000), Decimal::from(100));
    assert_eq!(differences("1000", "100").await, [Difference::Amount { expected, found }]);
    assert_eq!(differences("\"paid", "\"ready").await, [paid("ready")]);
    assert_eq!(differences("\"paid", "\"PAID").await, [paid("PAID")]);
    assert_eq!(differences("imp_1", "IMP_1").await, [Difference::ImpUid]);
    assert_eq!(differences("order-1", "order-2").await, [Difference::MerchantUid]);
    let refunded = Decimal::from(300);
    assert_eq!(
        differences("cancel_amount\":0", "cancel_amount\":300").await,
        [Difference::Refunded(refunded)]
    );
    let currency = |found| [Difference::Currency { expected: "KRW".to_owned(), found }];
    assert_eq!(differences("KRW", "JPY").await, currency(Some("JPY".to_owned())));
    assert_eq!(differences("\"KRW\"", "null").await, currency(None));
}

#[tokio::test]
async fn all_differences_are_reported() {
    let payment = PAID.replace("1000", "1").replace("\"paid", "\"failed").replace("KRW", "USD");
    let error = verify(payment, 1000).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the payment does not match the order; the amount is 1 instead of 1000; \
         the currency is \"USD\" instead of \"KRW\"; the status is \"failed\", not paid"
    );
}

#[tokio::test]
async fn a_missing_payment_is_distinguished_from_a_failing_server() {
    let unknown = r#"{"code":-1,"message":"존재하지 않는 결제정보입니다.","response":null}"#;
    for (status, body, is_unknown) in [
        (404, unknown, true),
        (404, "<html>", false),
        (404, r#"{"code":5,"message":"no route","details":[]}"#, false),
        (404, r#"{"code":-1}"#, false),
        (503, unknown, false),
        (200, unknown, false),
    ] {
        let (_server, client) = answering(move || Reply::new(status, body)).await;
        let error = notification().verify(&client, 1000).await.unwrap_err();
        assert_eq!(matches!(error, VerifyError::NotFound(_)), is_unknown, "{error}");
        assert_eq!(matches!(error, VerifyError::Call(_)), !is_unknown, "{error}");
    }
}

#[tokio::test]
async fn look_up_requires_the_right_order_in_any_state() {
    let (server, client) = answering(|| Reply::ok(&PAID.replace("\"paid", "\"cancelled"))).await;
    let payment = notification().look_up(&client).await.unwrap();
    assert_eq!(payment.status, "cancelled");
    assert_eq!(server.calls().len(), 1);
    let (_server, client) = answering(|| Reply::ok(&PAID.replace("order-1", "order-2"))).await;
    let error = notification().look_up(&client).await.unwrap_err();
    let VerifyError::Mismatch(PaymentMismatch { differences, .. }) = error else { panic!() };
    assert_eq!(differences, [Difference::MerchantUid]);
}

/// As a handler of a web framework needs it.
#[test]
fn the_future_of_verify_is_send() {
    fn is_send<T: Send>(_: T) {}
    let client = builder("http://127.0.0.1:1").build().unwrap();
    is_send(notification().verify(&Client(client), 1000));
}
