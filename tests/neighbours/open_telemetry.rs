//! A program that exports the spans of calls as OpenTelemetry does, and reads them back from memory.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use opentelemetry::trace::{SpanKind, Status, TracerProvider as _};
use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracerProvider, SpanData};
use portone_v1::payments::GetPayment;
use portone_v1::{Client, RetryPolicy};
use tracing_subscriber::layer::SubscriberExt;

/// Present in a request or a response, and so in no span.
const SECRETS: [&str; 4] = ["canary-key", "canary-secret", "canary-uid", "canary-name"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let exporter = InMemorySpanExporter::default();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter.clone()).build();
    let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("shop"));
    tracing::subscriber::set_global_default(tracing_subscriber::registry().with(layer))?;

    let (url, port) = serve()?;
    let retry = RetryPolicy::new().initial_delay(std::time::Duration::from_millis(1));
    let client = Client::builder().credentials("canary-key", "canary-secret").base_url(url);
    let client = client.retry(retry).build()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        // The first response is a 503, which is retried; the second time, there is no such payment.
        client.payments().get(&GetPayment::new("canary-uid")).await.unwrap();
        client.payments().get(&GetPayment::new("canary-uid-2")).await.unwrap_err();
    });
    provider.force_flush()?;
    let spans = exporter.get_finished_spans()?;
    let [token, success, failure] = calls(&spans)[..] else { panic!("{spans:#?}") };

    assert_eq!(token.name, "POST /users/getToken");
    assert_eq!(success.name, "GET /payments/{imp_uid}");
    assert_eq!((&success.span_kind, &success.status), (&SpanKind::Client, &Status::Unset));
    for (name, value) in [
        ("http.request.method", "GET"),
        ("http.request.resend_count", "1"),
        ("http.response.status_code", "200"),
        ("url.template", "/payments/{imp_uid}"),
        ("server.address", "127.0.0.1"),
        ("server.port", &port.to_string()),
        ("portone.operation", "payments.get"),
        ("portone.outcome", "ok"),
    ] {
        assert_eq!(attribute(success, name).as_deref(), Some(value), "{name} of {success:#?}");
    }
    assert_eq!(attribute(success, "error.type"), None);
    let retries: Vec<_> = success.events.iter().filter(|event| event.name == "retrying").collect();
    assert_eq!(retries.len(), 1, "{success:#?}");

    assert!(matches!(failure.status, Status::Error { .. }), "{failure:#?}");
    assert_eq!(attribute(failure, "error.type").as_deref(), Some("status"));
    assert_eq!(attribute(failure, "http.response.status_code").as_deref(), Some("404"));

    let everything = format!("{spans:?}");
    for secret in SECRETS {
        assert!(!everything.contains(secret), "{secret} in {everything}");
    }
    println!("{client:?}");
    Ok(())
}

/// The spans of calls, in the order in which they ended.
fn calls(spans: &[SpanData]) -> Vec<&SpanData> {
    spans.iter().filter(|span| attribute(span, "portone.operation").is_some()).collect()
}

fn attribute(span: &SpanData, name: &str) -> Option<String> {
    let attribute = span.attributes.iter().find(|attribute| attribute.key.as_str() == name)?;
    Some(attribute.value.as_str().into_owned())
}

/// A server for two calls on loopback.
fn serve() -> std::io::Result<(String, u16)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    thread::spawn(move || {
        let is_first = AtomicBool::new(true);
        for stream in listener.incoming().flatten() {
            let _ = answer(stream, &is_first);
        }
    });
    Ok((format!("http://127.0.0.1:{port}"), port))
}

fn answer(mut stream: TcpStream, is_first: &AtomicBool) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut head, mut length) = (String::new(), 0);
    while reader.read_line(&mut head)? > 2 {
        let line = head.lines().last().unwrap_or_default().to_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    reader.read_exact(&mut vec![0; length])?;
    let (status, response) = if head.starts_with("POST /users/getToken") {
        ("200 OK", r#"{"access_token":"t","now":0,"expired_at":1800}"#)
    } else if head.starts_with("GET /payments/canary-uid-2") {
        ("404 Not Found", "null")
    } else if is_first.swap(false, Ordering::Relaxed) {
        ("503 Service Unavailable", "null")
    } else {
        let payment = r#"{"imp_uid":"canary-uid","merchant_uid":"order-1","amount":100,"cancel_amount":0,"status":"paid","name":"canary-name"}"#;
        ("200 OK", payment)
    };
    let body = format!(r#"{{"code":0,"message":null,"response":{response}}}"#);
    let length = body.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}")
}
