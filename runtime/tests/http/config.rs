//! The configuration of clients, valid and invalid.

use std::env;
use std::process::Command;

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{ClientBuilder, Error};

use crate::fixture::{KEY, SECRET, builder, get, well};
use crate::server::Server;

pub(crate) fn problem(builder: ClientBuilder) -> String {
    match builder.build() {
        Err(Error::Config(error)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn credentials_are_required() {
    let missing = problem(ClientBuilder::new());
    assert!(missing.contains("PORTONE_IMP_KEY") && missing.contains("`credentials`"));
    assert!(problem(ClientBuilder::new().credentials("", SECRET)).contains("imp_key"));
    assert!(problem(ClientBuilder::new().credentials(KEY, "")).contains("imp_secret"));
}

#[test]
fn plain_http_is_limited_to_loopback() {
    assert!(problem(builder("http://api.iamport.kr")).contains("https://"));
    for url in
        ["http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1", "https://api.iamport.kr"]
    {
        builder(url).build().unwrap();
    }
}

#[tokio::test]
async fn whitespace_around_credentials_is_dropped() {
    let server = Server::start(well).await;
    let builder = ClientBuilder::<Transport>::new().base_url(format!(" {}\n", server.url()));
    let client = builder.credentials(format!("\u{feff}{KEY}\n"), format!("\t {SECRET}\r\n"));
    get(&client.build().unwrap()).await.unwrap();
    let sent = format!(r#"{{"imp_key":"{KEY}","imp_secret":"{SECRET}"}}"#);
    assert_eq!(server.seen()[0].body, sent);
}

#[test]
fn control_characters_within_credentials_are_config_errors() {
    for (key, secret, name) in [
        ("canary\nkey", SECRET, "imp_key"),
        (KEY, "canary\r\nsecret", "imp_secret"),
        (KEY, "canary\0secret", "imp_secret"),
        (KEY, " \n", "imp_secret"),
    ] {
        let problem = problem(builder("http://127.0.0.1:1").credentials(key, secret));
        assert!(problem.contains(name) && !problem.contains("canary"), "{problem}");
    }
}

#[test]
fn a_tier_must_be_a_valid_header() {
    for tier in ["", "티어", "a\r\nb"] {
        assert!(problem(builder("http://127.0.0.1:1").tier(tier)).contains("tier"));
    }
}

/// Another run of this test binary, for only such a process can have an environment of its own.
pub(crate) fn child(test: &str) -> Command {
    let mut child = Command::new(env::current_exe().unwrap());
    child
        .args(["--ignored", "--exact", "--nocapture", test])
        .env_remove("PORTONE_IMP_KEY")
        .env_remove("PORTONE_IMP_SECRET")
        .env_remove("PORTONE_BASE_URL")
        .env_remove("PORTONE_DANGER_ALLOW_PLAIN_HTTP");
    child
}

/// Beside the server that it calls.
pub(crate) async fn succeed(mut child: Command) {
    let output = tokio::task::spawn_blocking(move || child.output()).await.unwrap().unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[tokio::test]
async fn a_proxy_of_the_environment_never_sees_plain_http() {
    let server = Server::start(well).await;
    let mut child = child("config::child_that_calls");
    for proxy in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        child.env(proxy, "http://127.0.0.1:9");
    }
    child.env("TEST_URL", server.url());
    succeed(child).await;
    assert_eq!(server.calls().len(), 1);
}

#[tokio::test]
#[ignore = "run by another test"]
async fn child_that_calls() {
    let url = env::var("TEST_URL").unwrap();
    let client: Transport = builder(&url).build().unwrap();
    get(&client).await.unwrap();
}

#[test]
fn from_env_names_the_invalid_variable() {
    for (key, secret, expected) in [
        (Some("k"), Some("s"), "built: "),
        (Some("k\n"), Some("s\n"), "built: "),
        (None, Some("s"), "PORTONE_IMP_KEY is not set"),
        (Some(" \n"), Some("s"), "PORTONE_IMP_KEY is empty"),
        (Some(""), Some("s"), "PORTONE_IMP_KEY is empty"),
        (Some("k"), None, "PORTONE_IMP_SECRET is not set"),
        (Some("k"), Some(""), "PORTONE_IMP_SECRET is empty"),
    ] {
        let mut child = child("config::child_with_environment");
        key.map(|key| child.env("PORTONE_IMP_KEY", key));
        secret.map(|secret| child.env("PORTONE_IMP_SECRET", secret));
        assert_prints(child, expected);
    }
}

#[tokio::test]
async fn from_env_reads_the_base_url() {
    let server = Server::start(well).await;
    let mut child = child("config::child_that_calls_from_env");
    child.env("PORTONE_IMP_KEY", KEY).env("PORTONE_IMP_SECRET", SECRET);
    child.env("PORTONE_BASE_URL", server.url());
    succeed(child).await;
    assert_eq!(server.calls().len(), 1);
}

#[tokio::test]
#[ignore = "run by another test"]
async fn child_that_calls_from_env() {
    let client: Transport = ClientBuilder::from_env().unwrap().build().unwrap();
    get(&client).await.unwrap();
}

#[test]
fn from_env_rejects_an_empty_base_url() {
    let mut child = child("config::child_with_environment");
    child.env("PORTONE_IMP_KEY", "k").env("PORTONE_IMP_SECRET", "s").env("PORTONE_BASE_URL", "");
    assert_prints(child, "PORTONE_BASE_URL is empty");
}

#[cfg(unix)]
#[test]
fn from_env_does_not_repeat_invalid_unicode() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let mut child = child("config::child_with_environment");
    child.env("PORTONE_IMP_KEY", "k").env("PORTONE_IMP_SECRET", OsStr::from_bytes(b"canary\xff"));
    let printed = assert_prints(child, "PORTONE_IMP_SECRET is not valid Unicode");
    assert!(!printed.contains("canary"));
}

pub(crate) fn assert_prints(mut child: Command, expected: &str) -> String {
    let printed = String::from_utf8(child.output().unwrap().stdout).unwrap();
    assert!(printed.contains(expected), "{printed}");
    printed
}

#[test]
#[ignore = "run by another test"]
fn child_with_environment() {
    match ClientBuilder::<Transport>::from_env() {
        Ok(builder) => println!("built: {builder:?}"),
        Err(error) => println!("{error} {error:?}"),
    }
}
