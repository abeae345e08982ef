//! The access token: its lifetime and its refresh.

use std::time::Duration;

use portone_v1_runtime::RequestFailure;

use crate::fixture::{KEY, SECRET, client, get, token, token_at, token_failure, well};
use crate::server::{Reply, Server};
use crate::token_server::{accepting, granting};

#[tokio::test]
async fn credentials_are_exchanged_for_a_token() {
    let server = Server::start(well).await;
    get(&client(&server)).await.unwrap();
    let seen = server.seen();
    assert_eq!((&*seen[0].method, &*seen[0].target), ("POST", "/users/getToken"));
    assert_eq!(seen[0].header("content-type"), Some("application/json"));
    assert_eq!(seen[0].header("authorization"), None);
    assert_eq!(seen[0].body, format!(r#"{{"imp_key":"{KEY}","imp_secret":"{SECRET}"}}"#));
    assert_eq!(seen[1].header("authorization"), Some("Bearer t1"));
}

#[tokio::test]
async fn wrong_credentials_are_reported() {
    let body = r#"{"code":-1,"message":"인증에 실패하였습니다.","response":null}"#;
    let server = granting(move |_| Reply::new(401, body)).await;
    let error = get(&client(&server)).await.unwrap_err();
    assert!(matches!(token_failure(&error), RequestFailure::Status(_)));
    assert!(error.hint().unwrap().contains("REST API key"));
    assert!(error.to_string().contains(error.hint().unwrap()));
    assert_eq!(error.operation(), Some("authentication.get_token"));
    assert_eq!((error.status(), error.code()), (Some(401), Some(-1)));
    assert_eq!(error.message(), Some("인증에 실패하였습니다."));
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_token_is_refreshed_in_its_last_minute() {
    for (lifetime, asked) in [(1800, 1), (75, 1), (59, 2), (5, 2), (0, 2), (-5, 2)] {
        let server = granting(move |_| token("t1", lifetime)).await;
        let client = client(&server);
        get(&client).await.unwrap();
        get(&client).await.unwrap();
        server.is_asked_for_tokens(asked).await;
    }
}

#[tokio::test]
async fn the_lifetime_is_counted_from_before_the_request() {
    let late = Duration::from_millis(1200);
    let server = granting(move |_| token("t1", 61).after(late)).await;
    let client = client(&server);
    get(&client).await.unwrap();
    get(&client).await.unwrap();
    server.is_asked_for_tokens(2).await;
}

#[tokio::test]
async fn the_servers_clock_may_be_far_off() {
    for now in [0, -1_700_000_000, 9_000_000_000_000, i64::MAX - 1800] {
        let server = granting(move |_| token_at("t1", now, 1800)).await;
        let client = client(&server);
        get(&client).await.unwrap();
        get(&client).await.unwrap();
        assert_eq!(server.tokens_asked(), 1, "{now}");
    }
}

#[tokio::test]
async fn an_extreme_lifetime_does_not_overflow() {
    let answer =
        r#"{"access_token":"t1","now":-9223372036854775808,"expired_at":9223372036854775807}"#;
    let server = granting(move |_| Reply::ok(answer)).await;
    get(&client(&server)).await.unwrap();
}

#[tokio::test]
async fn times_can_be_strings_and_fractions() {
    let answer = r#"{"access_token":"t1","now":"1700000000","expired_at":1700001800.5}"#;
    let server = granting(move |_| Reply::ok(answer)).await;
    let client = client(&server);
    get(&client).await.unwrap();
    get(&client).await.unwrap();
    assert_eq!(server.tokens_asked(), 1);
}

#[tokio::test]
async fn a_token_that_is_not_a_valid_header_is_an_error() {
    for bad in [r"a\nb", "", r"\u0000", "토큰\u{7f}"] {
        let server = granting(move |_| token(bad, 1800)).await;
        let error = get(&client(&server)).await.unwrap_err();
        let RequestFailure::Decode(error) = token_failure(&error) else { panic!("{bad:?}") };
        assert_eq!(error.path, "$.response.access_token");
        assert_eq!(error.raw_body(), b"", "a body with a token is not kept");
    }
}

#[tokio::test]
async fn an_unauthorized_call_is_retried_once_with_a_new_token() {
    let server = accepting("t2").await;
    let client = client(&server);
    get(&client).await.unwrap();
    get(&client).await.unwrap();
    assert_eq!(server.tokens_asked(), 2);
    assert_eq!(server.calls().len(), 3);
    let [first, second, _] = &server.calls()[..] else { unreachable!() };
    assert_eq!(first.target, second.target);
    assert_eq!(second.header("authorization"), Some("Bearer t2"));
}

#[tokio::test]
async fn a_second_unauthorized_is_returned() {
    let server = accepting("none").await;
    let error = get(&client(&server)).await.unwrap_err();
    assert_eq!(error.operation(), Some("payments.get"));
    assert_eq!(error.status(), Some(401));
    assert_eq!((server.tokens_asked(), server.calls().len()), (2, 2));
}
