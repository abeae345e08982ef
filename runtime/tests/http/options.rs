//! The options of single calls, recorders and HTTP backends.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{
    Bytes, CallOptions, ClientBuilder, Error, HttpBody, HttpClient, HttpError, HttpFuture,
    Recorder, RetryPolicy, http,
};

use crate::config::problem;
use crate::fixture::{builder, client, get, server, well};
use crate::server::Server;

#[tokio::test]
async fn options_apply_to_their_calls_only() {
    let brief = Duration::from_millis(300);
    let server = Server::start(move |seen| match (seen.is_for_token(), seen.header("tier")) {
        (true, _) => well(seen),
        (false, Some(_)) => well(seen).after(Duration::from_secs(60)),
        (false, None) => well(seen).after(brief * 2),
    })
    .await;
    let plain = client(&server);
    let times_out = async |options: CallOptions| {
        let begun = Instant::now();
        let error = get(&plain.with(options.tier("001"))).await.unwrap_err();
        assert!(matches!(error, Error::Timeout(_)));
        assert!(begun.elapsed() < Duration::from_secs(20));
    };
    let options = CallOptions::new;
    tokio::join!(times_out(options().timeout(brief)), times_out(options().deadline(brief)));
    get(&plain).await.unwrap();
    let tiers: Vec<_> = server.calls().iter().map(|seen| seen.header("tier").is_some()).collect();
    assert_eq!((tiers, server.tokens_asked()), (vec![true, true, false], 1));
}

#[tokio::test]
async fn the_retry_policy_can_be_set_per_call() {
    let server = server(503, "").await;
    let base = Duration::from_millis(1);
    let client =
        builder(&server.url()).retry(RetryPolicy::new().initial_delay(base)).build().unwrap();
    let five = RetryPolicy::new().initial_delay(base).max_attempts(5);
    for (options, attempts) in [
        (CallOptions::new(), 3),
        (CallOptions::new().no_retry(), 1),
        (CallOptions::new().retry(five), 5),
    ] {
        let before = server.calls().len();
        get(&client.with(options)).await.unwrap_err();
        assert_eq!(server.calls().len() - before, attempts);
    }
}

#[tokio::test]
async fn a_recorder_records_the_response() {
    let recorder = Recorder::new();
    assert!(recorder.last().is_none());
    let body = r#"{"code":1,"message":"canary-answer","response":null}"#;
    let server = server(200, body).await;
    let client = client(&server).with(CallOptions::new().recorder(&recorder));
    get(&client).await.unwrap_err();
    let seen = recorder.last().unwrap();
    assert_eq!((seen.operation, seen.status, seen.attempts), ("payments.get", Some(200), 1));
    assert_eq!(seen.raw_body(), body.as_bytes());
    assert_eq!(seen.headers["content-length"], body.len().to_string().as_str());
    assert!(seen.elapsed > Duration::ZERO);
    let shown = format!("{recorder:?} {seen:?} {client:?}");
    assert!(!shown.contains("canary") && shown.contains("payments.get"), "{shown}");
}

#[tokio::test]
async fn a_recorder_records_a_missing_response() {
    let gone = Server::start(well).await;
    let client = client(&gone);
    get(&client).await.unwrap();
    let recorder = Recorder::new();
    let options = CallOptions::new().recorder(&recorder).deadline(Duration::ZERO);
    get(&client.with(options)).await.unwrap_err();
    let seen = recorder.last().unwrap();
    assert_eq!((seen.status, seen.raw_body()), (None, &b""[..]));
}

/// Answers without a network, and breaks the first connection.
#[derive(Default)]
struct InMemory {
    uris: Arc<Mutex<Vec<String>>>,
}

impl HttpClient for InMemory {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        let uri = request.uri().to_string();
        let is_for_token = uri.ends_with("/users/getToken");
        let mut uris = self.uris.lock().unwrap();
        uris.push(uri);
        if uris.len() == 2 {
            return Box::pin(async { Err(HttpError::not_sent("no route")) });
        }
        let response = match is_for_token {
            true => r#"{"access_token":"t","now":0,"expired_at":1800}"#,
            false => r#"{"imp_uid":"imp_1","amount":1}"#,
        };
        let body = format!(r#"{{"code":0,"response":{response}}}"#);
        Box::pin(async { Ok(http::Response::new(HttpBody::from(body))) })
    }
}

#[tokio::test]
async fn any_http_backend_can_be_used() {
    let http = InMemory::default();
    let uris = Arc::clone(&http.uris);
    let client: Transport = builder("https://api.example")
        .http_client(http)
        .retry(RetryPolicy::new().initial_delay(Duration::from_millis(1)))
        .build()
        .unwrap();
    get(&client).await.unwrap();
    let [token, first, second] = &uris.lock().unwrap()[..] else { panic!("three requests") };
    assert_eq!(token, "https://api.example/users/getToken");
    assert_eq!((first, &**second), (second, "https://api.example/payments/imp_1"));
}

#[test]
fn settings_of_the_default_client_are_not_lost_silently() {
    let own = |builder: ClientBuilder| builder.http_client(InMemory::default());
    assert!(problem(own(builder("http://127.0.0.1:1")).proxy("http://a")).contains("`proxy`"));
    let rooted = own(builder("http://127.0.0.1:1")).root_certificate("x");
    assert!(problem(rooted).contains("`root_certificate`"));
}

#[test]
fn shared_types_are_send_and_sync() {
    fn assert_shared<T: Send + Sync + Clone + 'static>() {}
    assert_shared::<Transport>();
    assert_shared::<CallOptions>();
    assert_shared::<Recorder>();
    assert_shared::<RetryPolicy>();
    assert_shared::<Error>();
    fn assert_sendable<T: Send>(_: T) {}
    let client: Transport = builder("http://127.0.0.1:1").build().unwrap();
    assert_sendable(get(&client));
    assert!(size_of::<Transport>() <= 16, "cheap to clone");
}
