//! Plain HTTP beyond this machine, which must be permitted.

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{Bytes, ClientBuilder, HttpClient, HttpFuture, http};

use crate::config::{assert_prints, child, problem};
use crate::fixture::{KEY, SECRET, builder, get};

#[tokio::test]
async fn plain_http_to_another_host_needs_a_permission() {
    let url = "http://fake:8080";
    let refused = problem(builder(url));
    assert!(refused.contains("danger_allow_plain_http"), "{refused}");
    assert!(problem(builder(url).danger_allow_plain_http("other")).contains("https://"));
    for wrong in ["", "http://fake", "fake:8080", "user@fake", "a b"] {
        let problem = problem(builder(url).danger_allow_plain_http(wrong));
        assert!(problem.contains("such as `fake`"), "{wrong}: {problem}");
    }
    let client = builder(url).danger_allow_plain_http("Fake").http_client(OnlyTo(url));
    get(&client.build().unwrap()).await.unwrap();
}

/// Answers without a network what is sent to one place.
struct OnlyTo(&'static str);

impl HttpClient for OnlyTo {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        assert!(request.uri().to_string().starts_with(self.0));
        let response = match request.uri().path() {
            "/users/getToken" => r#"{"access_token":"t","now":0,"expired_at":1800}"#,
            _ => r#"{"imp_uid":"imp_1","amount":1000}"#,
        };
        let body = format!(r#"{{"code":0,"response":{response}}}"#);
        Box::pin(async { Ok(http::Response::new(body.into())) })
    }
}

#[test]
fn from_env_reads_the_permission_for_plain_http() {
    for (allowed, expected) in
        [(None, "danger_allow_plain_http"), (Some("fake, other\n"), "built: ")]
    {
        let mut child = child("plain_http::child_that_builds_from_env");
        child.env("PORTONE_IMP_KEY", KEY).env("PORTONE_IMP_SECRET", SECRET);
        child.env("PORTONE_BASE_URL", "http://fake:8080");
        allowed.map(|allowed| child.env("PORTONE_DANGER_ALLOW_PLAIN_HTTP", allowed));
        assert_prints(child, expected);
    }
}

#[test]
#[ignore = "run by another test"]
fn child_that_builds_from_env() {
    match ClientBuilder::<Transport>::from_env().and_then(ClientBuilder::build) {
        Ok(client) => println!("built: {client:?}"),
        Err(error) => println!("{error}"),
    }
}
