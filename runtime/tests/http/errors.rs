//! The errors of calls.

use std::error::Error as _;

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{Decimal, Error, RequestFailure};

use crate::fixture::{
    CANCEL, Payment, builder, client, get, get_call, server, token_failure, well,
};
use crate::server::{Reply, Server};

async fn failure(status: u16, body: &str) -> Error {
    let server = server(status, body).await;
    get(&client(&server)).await.unwrap_err()
}

#[tokio::test]
async fn a_status_with_an_envelope() {
    for (body, code, message) in [
        (
            r#"{"code":-1,"message":"존재하지 않는 결제정보입니다.","response":null}"#,
            Some(-1),
            Some("존재하지 않는 결제정보입니다."),
        ),
        (r#"{"code":"-1","message":null}"#, Some(-1), None),
        (r#"{"message":"no code"}"#, None, Some("no code")),
    ] {
        let error = failure(404, body).await;
        assert!(matches!(error, Error::Status(_)));
        assert_eq!(error.operation(), Some("payments.get"));
        assert_eq!(error.status(), Some(404));
        assert_eq!((error.code(), error.message()), (code, message));
        assert_eq!(error.raw_body(), Some(body.as_bytes()));
    }
}

#[tokio::test]
async fn a_status_without_an_envelope() {
    for body in ["<html>Bad Gateway</html>", "", "[]", "null", r#"{"error":1}"#] {
        let error = failure(502, body).await;
        assert!(matches!(error, Error::Status(_)));
        assert_eq!((error.status(), error.code(), error.message()), (Some(502), None, None));
        assert_eq!(error.raw_body(), Some(body.as_bytes()));
    }
}

#[tokio::test]
async fn a_code_other_than_0() {
    for code in ["1", "-1", r#""1""#] {
        let body =
            format!(r#"{{"code":{code},"message":"이미 전액취소된 주문입니다.","response":null}}"#);
        let error = failure(200, &body).await;
        assert!(matches!(error, Error::Api(_)));
        assert_eq!(error.status(), Some(200));
        assert_eq!(error.code(), code.trim_matches('"').parse().ok());
        assert_eq!(error.message(), Some("이미 전액취소된 주문입니다."));
        assert_eq!(error.raw_body(), Some(body.as_bytes()));
    }
}

#[tokio::test]
async fn a_well_known_rejection_has_a_hint() {
    let message = "[F001] 비인증결제모듈 사용정보를 찾을 수 없습니다.";
    for status in [200, 400] {
        let body = format!(r#"{{"code":1,"message":"{message}","response":null}}"#);
        let error = failure(status, &body).await;
        assert!(error.hint().unwrap().contains("channel_key"));
        assert!(error.to_string().contains(error.hint().unwrap()), "{error}");
    }
    for (status, message) in [(200, "이미 전액취소된 주문입니다."), (401, "Unauthorized")]
    {
        let error = failure(status, &format!(r#"{{"code":1,"message":"{message}"}}"#)).await;
        assert_eq!((error.message(), error.hint()), (Some(message), None));
    }
}

#[tokio::test]
async fn a_decode_error_keeps_the_body() {
    for (body, path, found) in [
        ("", "$", "empty"),
        ("<html>", "$", "text that is not valid JSON"),
        ("[1]", "$", "a list"),
        (r#"{"response":{}}"#, "$.code", "missing"),
        (r#"{"code":"F112","response":{}}"#, "$.code", "a string"),
        (r#"{"code":0}"#, "$.response", "missing"),
        (r#"{"code":0,"response":null}"#, "$.response", "null"),
        (r#"{"code":0,"response":"bare"}"#, "$.response", "a string"),
        (
            r#"{"code":0,"response":{"imp_uid":"i","amount":"much"}}"#,
            "$.response.amount",
            "a string",
        ),
        (r#"{"code":0,"response":{"amount":1}}"#, "$.response.imp_uid", "missing"),
    ] {
        match failure(200, body).await {
            Error::Decode(error) => {
                assert_eq!((&*error.path, error.found), (path, found));
                assert_eq!((error.status, error.raw_body()), (200, body.as_bytes()));
            }
            other => panic!("{body}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn unusual_envelopes_of_success() {
    for (status, body) in [
        (200, r#"{"code":"0","message":null,"response":{"imp_uid":"imp_1","amount":"10.5"}}"#),
        (207, r#"{"code":0,"response":{"imp_uid":"imp_1","amount":10.50},"more":1}"#),
        (201, r#"{"code":0,"message":[],"response":{"imp_uid":"imp_1","amount":1.05e1,"x":{}}}"#),
    ] {
        let server = server(status, body).await;
        let payment = get(&client(&server)).await.unwrap();
        assert_eq!(payment.amount, Decimal::new(105, 1), "{body}");
    }
}

#[tokio::test]
async fn decode_empty_ignores_the_response() {
    for response in ["null", r#""ok""#, "[]", r#"{"a":1}"#] {
        let body = format!(r#"{{"code":0,"message":null,"response":{response}}}"#);
        let server = server(200, body).await;
        let answer = client(&server).send(get_call()).await.unwrap();
        answer.decode_empty().unwrap();
    }
    let server = server(200, r#"{"code":0}"#).await;
    client(&server).send(get_call()).await.unwrap().decode_empty().unwrap();
}

#[tokio::test]
async fn decode_empty_reports_rejections() {
    let server = server(200, r#"{"code":1,"message":"no"}"#).await;
    let answer = client(&server).send(get_call()).await.unwrap();
    assert!(matches!(answer.decode_empty(), Err(Error::Api(_))));
}

#[tokio::test]
async fn lists_are_decoded() {
    let server = server(
        200,
        r#"{"code":0,"response":[{"imp_uid":"i","amount":1},{"imp_uid":"j","amount":{}}]}"#,
    )
    .await;
    let answer = client(&server).send(get_call()).await.unwrap();
    match answer.decode::<Vec<Payment>>() {
        Err(Error::Decode(error)) => assert_eq!(error.path, "$.response[1].amount"),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_failed_connection_is_classified() {
    let url = Server::start(well).await.url();
    tokio::task::yield_now().await;
    let client: Transport = builder(&url).build().unwrap();
    let error = get(&client).await.unwrap_err();
    assert!(matches!(token_failure(&error), RequestFailure::Transport(_)));
    assert!(error.is_connect());
    assert!(error.to_string().contains("nothing was sent"));
    assert!(error.source().is_some());
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Server::start(well).await;
    let location = format!("{}/payments/imp_1", elsewhere.url());
    for status in [301, 302, 303, 307, 308] {
        let location = location.clone();
        let server = Server::start(move |seen| {
            if seen.is_for_token() {
                return well(seen);
            }
            Reply { location: Some(location.clone()), ..Reply::new(status, "") }
        })
        .await;
        let call = Call::new(&CANCEL).body("imp_uid", &"imp_1");
        let answer = client(&server).send(call).await.unwrap();
        assert_eq!(answer.decode_empty().unwrap_err().status(), Some(status));
        assert_eq!(server.calls().len(), 1);
    }
    assert!(elsewhere.seen().is_empty());
}

#[test]
fn errors_are_small_and_send() {
    fn assert_sendable<T: Send + Sync + 'static>() {}
    assert_sendable::<Error>();
    assert_sendable::<Transport>();
    assert!(size_of::<Error>() <= 32);
}
