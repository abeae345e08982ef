//! The limit of response bodies.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use hyper::body::{Body, Bytes, Frame, SizeHint};
use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{ClientBuilder, Error, RequestFailure, ResponseTooLargeError};

use crate::fixture::{CANCEL, Payment, builder, get, token, token_failure};
use crate::server::{Reply, Server};

const MIB: usize = 1024 * 1024;
const DEFAULT_LIMIT: usize = 2 * MIB;
const DEADLINE: Duration = Duration::from_secs(20);

/// A chunked body without an end.
struct Endless;

impl Body for Endless {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b' '; 16 * 1024])))))
    }
}

/// A body that is announced with this `Content-Length`, and of which nothing ever arrives.
struct Announced(u64);

impl Body for Announced {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Pending
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0)
    }
}

/// A server that gives a token, and this reply to every call.
async fn server(reply: impl Fn() -> Reply + Send + Sync + 'static) -> Server {
    Server::start(move |seen| if seen.is_for_token() { token("t1", 1800) } else { reply() }).await
}

fn client(builder: ClientBuilder) -> Transport {
    builder.timeout(DEADLINE).deadline(DEADLINE).build().unwrap()
}

async fn cancel(client: &Transport) -> Error {
    let result = client.send(Call::new(&CANCEL)).await;
    result.and_then(|response| response.decode::<Payment>()).unwrap_err()
}

fn too_large(error: Error) -> ResponseTooLargeError {
    match error {
        Error::ResponseTooLarge(error) => *error,
        other => panic!("{other:?}"),
    }
}

/// A response whose body has exactly this size.
fn padded(size: usize) -> String {
    let body = r#"{"code":0,"response":{"imp_uid":"imp_1","amount":1000}}"#;
    format!("{body}{}", " ".repeat(size - body.len()))
}

#[tokio::test]
async fn an_endless_body_is_read_up_to_the_limit() {
    let server = server(|| Reply::stream(200, Endless)).await;
    let error = too_large(get(&client(builder(&server.url()))).await.unwrap_err());
    assert_eq!((error.operation, error.status), ("payments.get", 200));
    assert_eq!(error.limit, DEFAULT_LIMIT);
    let size = usize::try_from(error.size).unwrap();
    assert!((DEFAULT_LIMIT..DEFAULT_LIMIT + MIB).contains(&size), "{size}");
    assert_eq!(server.calls().len(), 1);
}

#[tokio::test]
async fn an_announced_size_over_the_limit_is_refused_without_reading() {
    let announced = DEFAULT_LIMIT as u64 + 1;
    let server = server(move || Reply::stream(200, Announced(announced))).await;
    let error = get(&client(builder(&server.url()))).await.unwrap_err();
    assert_eq!((error.status(), error.raw_body()), (Some(200), None));
    let message = error.to_string();
    assert!(message.contains("at least 2097153 bytes; the maximum is 2097152"), "{message}");
    assert_eq!(too_large(error).size, announced);
}

#[tokio::test]
async fn a_body_of_the_maximum_size_is_accepted() {
    for limit in [1000, DEFAULT_LIMIT] {
        let server = server(move || Reply::new(200, padded(limit))).await;
        let client = client(builder(&server.url()).max_response_bytes(limit));
        let payment = get(&client).await.unwrap();
        assert_eq!(payment.imp_uid, "imp_1");
    }
}

#[tokio::test]
async fn one_byte_over_the_limit_is_refused() {
    let server = server(|| Reply::new(200, padded(1001))).await;
    let error = get(&client(builder(&server.url()).max_response_bytes(1000))).await.unwrap_err();
    assert_eq!(too_large(error).size, 1001);
}

#[tokio::test]
async fn the_outcome_of_a_call_that_is_not_idempotent_is_unknown() {
    for (status, is_unknown) in [(200, true), (500, true), (400, false), (501, false)] {
        let server = server(move || Reply::stream(status, Endless)).await;
        let error = cancel(&client(builder(&server.url()))).await;
        assert_eq!((error.operation(), error.status()), (Some("payments.cancel"), Some(status)));
        assert_eq!(error.to_string().contains("may have acted"), is_unknown, "{error}");
        match error {
            Error::OutcomeUnknown(error) if is_unknown => {
                assert!(matches!(error.cause, RequestFailure::ResponseTooLarge(_)));
            }
            Error::ResponseTooLarge(_) if !is_unknown => {}
            other => panic!("{status}: {other:?}"),
        }
        assert_eq!(server.calls().len(), 1);
    }
}

#[tokio::test]
async fn a_token_response_over_the_limit_sends_nothing() {
    let server = Server::start(|_| Reply::stream(200, Endless)).await;
    let client = client(builder(&server.url()));
    for error in [get(&client).await.unwrap_err(), cancel(&client).await] {
        let RequestFailure::ResponseTooLarge(error) = token_failure(&error) else { panic!() };
        assert_eq!(error.operation, "authentication.get_token");
    }
    assert!(server.calls().is_empty());
}

#[tokio::test]
async fn deep_nesting_is_a_decode_error() {
    let brackets = 64 * MIB;
    let server = server(move || Reply::new(200, "[".repeat(brackets))).await;
    let error = too_large(get(&client(builder(&server.url()))).await.unwrap_err());
    assert_eq!(error.size, brackets as u64);

    let unlimited = client(builder(&server.url()).max_response_bytes(usize::MAX));
    match get(&unlimited).await.unwrap_err() {
        Error::Decode(error) => {
            assert_eq!((&*error.path, error.found), ("$", "JSON of more than 128 nested levels"));
        }
        other => panic!("{:?}", other.operation()),
    }
}

#[tokio::test]
async fn parsing_the_largest_accepted_body_takes_less_than_the_deadline() {
    let deadline = Duration::from_secs(10);
    for (open, fill, close) in [
        ("[", "0,", "0]"),
        ("[", "[],", "0]"),
        ("[", r#"{"a":{}},"#, "0]"),
        ("{", r#""imp_uid":0,"#, r#""a":0}"#),
        ("{", r#""\u0061":"\ud83d\ude00","#, r#""a":0}"#),
        ("\"", r"\n", "\""),
        ("", "9", ""),
    ] {
        let whole = |fill: &str| {
            let member = format!(r#""imp_uid":"imp_1","amount":1000,"other":{open}{fill}{close}"#);
            format!(r#"{{"code":0,"response":{{{member}}}}}"#)
        };
        let body = whole(&fill.repeat((DEFAULT_LIMIT - whole("").len()) / fill.len()));
        let server = server(move || Reply::new(200, body.clone())).await;
        let client = builder(&server.url()).deadline(deadline).build().unwrap();
        let start = Instant::now();
        let payment = get(&client).await.unwrap();
        assert_eq!(payment.imp_uid, "imp_1");
        assert!(start.elapsed() < deadline, "{fill}: {:?}", start.elapsed());
    }
}
