//! The data in the error of a failed call.

use std::net::TcpListener;

use portone_v1::payments::GetPayment;
use portone_v1::types::Payment;
use portone_v1::verification::{UntrustedNotification, VerifyError};
use portone_v1::{Client, Error, IntentId, Outcome};
use portone_v1_tests::server::{Answer, Server};

use crate::answers::payment;
use crate::fixture::{client, talk};

async fn get(client: &Client) -> Result<Payment, Error> {
    client.payments().get(&GetPayment::new("imp_1")).await
}

async fn failure(answer: Answer) -> Error {
    let (client, _server) = talk(answer).await;
    get(&client).await.unwrap_err()
}

#[tokio::test]
async fn a_status_has_a_code_and_a_message() {
    for (status, code) in [(400, -1), (404, -1), (404, 1), (409, 1), (500, -1)] {
        let body = format!(r#"{{"code":{code},"message":"결제 정보가 없습니다","response":null}}"#);
        let error = failure(Answer::json(status, &*body)).await;
        assert!(matches!(error, Error::Status(_)), "{error:?}");
        assert_eq!((error.status(), error.code()), (Some(status), Some(code)));
        assert_eq!(error.message(), Some("결제 정보가 없습니다"));
        assert_eq!(error.raw_body(), Some(body.as_bytes()));
        assert_eq!(error.operation(), Some("payments.get"));
        assert!(error.to_string().contains("결제 정보가 없습니다"), "{error}");
    }
}

/// Rust prints with `{:?}` what `main` returns.
#[tokio::test]
async fn debug_is_a_sentence_with_its_causes() {
    let config = Client::builder().base_url("not a URL").build().unwrap_err();
    assert_eq!(format!("{config:?}"), config.to_string());
    assert!(format!("{config:#?}").starts_with("Config(\n    ConfigError {"), "{config:#?}");

    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let client = Client::builder().base_url(format!("http://{free}"));
    let refused = get(&client.credentials("key", "secret").build().unwrap()).await.unwrap_err();
    let shown = format!("{refused:?}");
    let (sentence, causes) = shown.split_once("\n\nCaused by:\n    ").expect(&shown);
    assert_eq!(sentence, refused.to_string());
    assert!(causes.contains("refused") && !shown.contains('{'), "{shown}");

    let unread = VerifyError::Call(refused.clone());
    assert_eq!(format!("{unread:?}"), format!("the payment could not be read: {shown}"));
    assert!(format!("{unread:#?}").starts_with("Call(\n    Token("), "{unread:#?}");
    let parse = UntrustedNotification::parse(Some("application/json"), b"[]").unwrap_err();
    assert_eq!(format!("{parse:?}"), "invalid request: the body is not a JSON object");
}

/// Programs take them out of the errors of calls, and return them from `main`.
#[test]
fn debug_of_an_inner_error_is_a_sentence_without_secrets() {
    let client = Client::builder().credentials("canary-key", "canary-secret").tier("a b\n");
    let Err(Error::Config(config)) = client.build() else { panic!() };
    assert_eq!(format!("{config:?}"), config.to_string());
    assert!(format!("{config:#?}").starts_with("ConfigError {\n    message: \"the client cannot"));
    assert!(!format!("{config:?} {config:#?}").contains("canary"), "{config:#?}");
    let id = "1".parse::<IntentId>().unwrap_err();
    assert_eq!(format!("{id:?}"), id.to_string());
    let outcome = "lost".parse::<Outcome>().unwrap_err();
    assert_eq!(format!("{outcome:?}"), outcome.to_string());
}

#[tokio::test]
async fn debug_of_a_mismatch_is_a_sentence_about_the_money() {
    let (client, _server) =
        talk(Answer::ok(&payment::JSON.replace(r#""sandbox": true, "#, ""))).await;
    let claim =
        UntrustedNotification::parse(None, b"imp_uid=imp_1&merchant_uid=order-1&status=paid");
    let error = claim.unwrap().verify(&client, 1000).await.unwrap_err();
    let VerifyError::Mismatch(mismatch) = error else { panic!("{error:?}") };
    let sentence = "the payment does not match the order; the amount is 12000 instead of 1000; 3000 was refunded";
    assert_eq!(format!("{mismatch:?}"), sentence);
    let fields = format!("{mismatch:#?}");
    assert!(
        fields.starts_with("PaymentMismatch {\n    differences: [\n        Amount {"),
        "{fields}"
    );
    for private in ["imp_1", "order-1", "홍길동", "gil@buyer.example", "010-1234-5678"] {
        assert!(!fields.contains(private), "{fields}");
    }
}

#[tokio::test]
async fn a_proxy_has_neither() {
    let error = failure(Answer::html(502, "<html>Bad Gateway</html>")).await;
    assert!(matches!(error, Error::Status(_)), "{error:?}");
    assert_eq!((error.status(), error.code(), error.message()), (Some(502), None, None));
    assert_eq!(error.raw_body(), Some(&b"<html>Bad Gateway</html>"[..]));
}

#[tokio::test]
async fn an_api_error_with_status_200_is_an_error() {
    for code in ["1", "-1", r#""1""#] {
        let body = format!(r#"{{"code":{code},"message":"[F112] 한도초과","response":null}}"#);
        let error = failure(Answer::json(200, &*body)).await;
        assert!(matches!(error, Error::Api(_)), "{error:?}");
        assert_eq!((error.status(), error.message()), (Some(200), Some("[F112] 한도초과")));
        assert_eq!(error.code(), code.trim_matches('"').parse().ok());
        assert_eq!(error.raw_body(), Some(body.as_bytes()));
    }
}

#[tokio::test]
async fn after_two_401_the_call_is_given_up() {
    let body = r#"{"code":-1,"message":"Unauthorized","response":null}"#;
    let (client, server) = talk(Answer::json(401, body)).await;
    let error = get(&client).await.unwrap_err();
    assert!(matches!(error, Error::Status(_)), "{error:?}");
    assert_eq!((error.status(), error.message()), (Some(401), Some("Unauthorized")));
    let targets: Vec<_> = server.received().into_iter().map(|request| request.target).collect();
    let once = ["/users/getToken", "/payments/imp_1"];
    assert_eq!(targets, [once, once].concat());
}

#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let (client, server) = talk(Answer::ok(payment::JSON)).await;
    server.answer_for_token(Answer::json(401, r#"{"code":-1,"message":"wrong keys"}"#));
    let error = get(&client).await.unwrap_err();
    assert_eq!(error.operation(), Some("authentication.get_token"));
    assert_eq!((error.status(), error.message()), (Some(401), Some("wrong keys")));
    assert!(server.calls().is_empty());
}

#[tokio::test]
async fn a_truncated_response_is_kept() {
    let whole = format!(r#"{{"code":0,"message":null,"response":{}}}"#, payment::JSON);
    let length = whole.chars().count();
    for length in [0, 1, 20, length / 2, length - 1] {
        let half: String = whole.chars().take(length).collect();
        let error = failure(Answer::json(200, &*half)).await;
        let Error::Decode(decode) = &error else { panic!("{error:?}") };
        assert_eq!((decode.status, &*decode.path, decode.expected), (200, "$", "JSON"));
        assert_eq!(error.raw_body(), Some(half.as_bytes()));
    }
}

#[tokio::test]
async fn an_essential_field_of_a_wrong_type_is_located() {
    for (right, wrong, path, found) in [
        (r#""imp_uid": "imp_1""#, r#""imp_uid": {}"#, "imp_uid", "an object"),
        (r#""status": "paid""#, r#""status": ["paid"]"#, "status", "a list"),
        (r#""amount": 12000"#, r#""amount": true"#, "amount", "a boolean"),
        (r#""cancel_amount": 3000"#, r#""cancel_amount": null"#, "cancel_amount", "null"),
    ] {
        let body = payment::JSON.replace(right, wrong);
        assert_ne!(body, payment::JSON, "{right}");
        let error = failure(Answer::ok(&body)).await;
        let Error::Decode(decode) = &error else { panic!("{error:?}") };
        assert_eq!((&*decode.path, decode.found), (&*format!("$.response.{path}"), found));
        let raw = String::from_utf8(error.raw_body().unwrap().to_vec()).unwrap();
        assert!(raw.contains(&body), "what happened can still be read");
    }
}

#[tokio::test]
async fn without_a_server_nothing_is_sent() {
    let server = Server::start(Answer::ok("null")).await.unwrap();
    let url = server.url().to_owned();
    drop(server);
    tokio::task::yield_now().await;
    let error = get(&client(&url)).await.unwrap_err();
    assert!(matches!(error, Error::Token(_)), "{error:?}");
    assert!(error.is_connect());
    assert_eq!((error.status(), error.raw_body()), (None, None));
}
