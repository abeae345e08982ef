//! Configuration of clients.

use std::env;
use std::process::Command;

use portone_v1::payments::GetPayment;
use portone_v1::{Bytes, Client, ClientBuilder, HttpBody, HttpClient, HttpFuture, http};
use portone_v1_tests::server::{Answer, Received, Server};

use crate::answers::payment;
use crate::fixture::{KEY, SECRET, talk};
use crate::raw_json::fields;

async fn get(client: &Client) {
    client.payments().get(&GetPayment::new("imp_1")).await.unwrap();
}

async fn server() -> Server {
    Server::start(Answer::ok(payment::JSON)).await.unwrap()
}

fn builder(server: &Server) -> ClientBuilder {
    Client::builder().base_url(server.url()).credentials(KEY, SECRET)
}

#[tokio::test]
async fn one_token_serves_all_calls() {
    let (client, server) = talk(Answer::ok(payment::JSON)).await;
    get(&client).await;
    get(&client.clone()).await;
    let targets: Vec<_> = server.received().into_iter().map(|request| request.target).collect();
    assert_eq!(targets, ["/users/getToken", "/payments/imp_1", "/payments/imp_1"]);
    let keys = fields(&server.received()[0].body);
    assert_eq!(keys["imp_key"], format!("{KEY:?}"));
    assert_eq!(keys["imp_secret"], format!("{SECRET:?}"));
}

#[tokio::test]
async fn a_tier_applies_to_one_client() {
    let server = server().await;
    let plain = builder(&server).build().unwrap();
    let tiered = builder(&server).tier("001").build().unwrap();
    for client in [&plain, &plain.with_tier("002"), &tiered, &tiered.with_tier("003"), &plain] {
        get(client).await;
    }
    let calls = server.calls();
    let tiers: Vec<_> = calls.iter().map(|call| call.header("tier")).collect();
    assert_eq!(tiers, [None, Some("002"), Some("001"), Some("003"), None]);
    assert_eq!(server.received().len(), 5 + 2, "`with_tier` shares the token");
}

#[tokio::test]
async fn a_base_url_keeps_its_path() {
    let server = server().await;
    for path in ["/proxy/portone", "/proxy/portone/"] {
        let url = format!("{}{path}", server.url());
        let client = Client::builder().base_url(url).credentials(KEY, SECRET).build().unwrap();
        get(&client).await;
    }
    let targets: Vec<_> = server.received().into_iter().map(|request| request.target).collect();
    assert_eq!(targets[..2], ["/proxy/portone/users/getToken", "/proxy/portone/payments/imp_1"]);
    assert_eq!(targets[..2], targets[2..]);
}

/// Answers without a network.
struct Offline;

impl HttpClient for Offline {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        // The default of the builder is that of the schema.
        let mut schema = include_str!("../../schema/api.yaml").lines();
        let base_url = schema.find_map(|line| line.strip_prefix("base_url: "));
        let uri = request.uri().to_string();
        assert!(base_url.is_some_and(|base_url| uri.starts_with(base_url)), "{uri}");
        let answer = match request.uri().path() {
            "/users/getToken" => r#"{"access_token":"t","now":0,"expired_at":1800}"#,
            _ => payment::JSON,
        };
        let body = format!(r#"{{"code":0,"message":null,"response":{answer}}}"#);
        Box::pin(async { Ok(http::Response::new(HttpBody::from(body))) })
    }
}

#[tokio::test]
async fn a_custom_http_client_is_used() {
    let builder = Client::builder().credentials(KEY, SECRET).http_client(Offline);
    get(&builder.build().unwrap()).await;
}

/// Another run of this test binary, for only such a process can have an environment of its own.
fn with_environment(variables: &[(&str, &str)]) -> String {
    let output = Command::new(env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "setup::child_with_environment"])
        .env_remove("PORTONE_IMP_KEY")
        .env_remove("PORTONE_IMP_SECRET")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
#[ignore = "run by another test"]
async fn child_with_environment() {
    let builder = match ClientBuilder::from_env() {
        Ok(builder) => builder,
        Err(error) => return println!("{error}; {}", Client::from_env().unwrap_err()),
    };
    let server = server().await;
    get(&builder.base_url(server.url()).build().unwrap()).await;
    let Received { body, .. } = server.received().remove(0);
    println!("sent {body}");
}

#[test]
fn keys_can_come_from_the_environment() {
    let printed = with_environment(&[("PORTONE_IMP_KEY", "k"), ("PORTONE_IMP_SECRET", "s")]);
    assert!(printed.contains(r#"sent {"imp_key":"k","imp_secret":"s"}"#), "{printed}");
}

#[test]
fn a_missing_variable_is_named() {
    for (variables, missing) in [
        (&[("PORTONE_IMP_SECRET", "s")], "PORTONE_IMP_KEY is not set"),
        (&[("PORTONE_IMP_KEY", "k")], "PORTONE_IMP_SECRET is not set"),
    ] {
        let printed = with_environment(variables);
        assert_eq!(printed.matches(missing).count(), 2, "{printed}");
    }
}
