//! Credentials and personal data of a request are in no error, and keys in no client. What `Debug`
//! hides of requests and answers is tested in `conformance`.

use std::error::Error as _;

use portone_v1::Error;
use portone_v1::billing_keys::IssueBillingKey;
use portone_v1::codes::Gateway;
use portone_v1::naver::AccrueNaverPoints;
use portone_v1::vbanks::IssueVbank;
use portone_v1_tests::server::Answer;

use crate::fixture::{KEY, SECRET, at, client, shinhan, talk};

#[track_caller]
fn assert_hidden(error: &Error, secret: &str) {
    let mut shown = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        shown += &format!("{error} {error:?} {error:#?}");
        source = error.source();
    }
    assert!(!shown.contains(secret), "{secret}: {shown}");
}

/// A request with a secret wherever one can be.
fn issue() -> IssueVbank {
    IssueVbank::new("channel-key-1", "order-1", 1_000, shinhan(), at(1_893_456_000))
        .pg_api_key("canary-pg-api-key")
        .vbank_num("canary-vbank-num")
        .vbank_holder("canary-vbank-holder")
        .buyer_name("canary-buyer-name")
        .buyer_email("canary-buyer-email")
        .buyer_tel("canary-buyer-tel")
        .custom_data("canary-custom-data")
}

#[tokio::test]
async fn errors_show_nothing_of_a_request() {
    let refused = Answer::json(400, r#"{"code":-1,"message":null,"response":null}"#);
    let (refusing, _server) = talk(refused).await;
    let (unreadable, _other) = talk(Answer::ok("[1]")).await;
    // Nobody listens on this port: it is reserved.
    for client in [refusing, unreadable, client("http://127.0.0.1:1")] {
        let error = client.vbanks().issue(&issue()).await.unwrap_err();
        for secret in ["canary", "token-1", KEY, SECRET] {
            assert_hidden(&error, secret);
        }
    }
}

#[tokio::test]
async fn validation_errors_show_nothing_of_a_request() {
    let (client, server) = talk(Answer::ok("null")).await;
    let canaries = "canary".repeat(20);
    let request = IssueBillingKey::new(&*canaries, "channel-key-1", "canary-card", "canary-expiry");
    let too_long = client.billing_keys().issue(&request).await.unwrap_err();
    let tiered = client.with_tier("canary\n").vbanks().issue(&issue()).await.unwrap_err();
    let unsupported = issue().check(&Gateway::KakaoPay).unwrap_err();
    for error in [too_long, tiered, unsupported] {
        assert!(matches!(error, Error::InvalidRequest(_)), "{error:?}");
        assert_hidden(&error, "canary");
    }
    assert!(server.calls().is_empty());
}

#[tokio::test]
async fn clients_show_no_keys() {
    let (client, _server) = talk(Answer::ok("null")).await;
    client.naver().accrue_points(&AccrueNaverPoints::new("1")).await.unwrap();
    let shown = format!("{client:?} {:?} {:?}", client.vbanks(), client.payments());
    for secret in [KEY, SECRET, "token-1"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
