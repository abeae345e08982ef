//! What observers see of a call, and what they must not.

use std::fmt::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use portone_v1_runtime::RetryPolicy;
use portone_v1_runtime::internal::{Call, Transport};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber, subscriber};

use crate::fixture::{CHANGE, GET, builder, server};

/// Writes down whatever this crate says.
#[derive(Clone, Default)]
struct Observer {
    said: Arc<Mutex<String>>,
    spans: Arc<AtomicU64>,
}

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl Observer {
    fn line(&self, kind: &str, record: impl FnOnce(&mut Line<'_>)) {
        let mut said = self.said.lock().unwrap();
        said.push_str(kind);
        record(&mut Line(&mut said));
        said.push('\n');
    }
}

impl Subscriber for Observer {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("portone")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.line("span", |line| span.record(line));
        Id::from_u64(self.spans.fetch_add(1, Ordering::SeqCst) + 1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.line("record", |line| values.record(line));
    }

    fn event(&self, event: &Event<'_>) {
        self.line("event", |line| event.record(line));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

async fn observed(status: u16, body: &str, call: Call) -> String {
    let server = server(status, body).await;
    let policy = RetryPolicy::new().base(Duration::from_millis(1));
    let client: Transport = builder(&server.url()).retry(policy).build().unwrap();
    let observer = Observer::default();
    let guard = subscriber::set_default(observer.clone());
    let result = client.send(call).await.and_then(|answer| answer.nothing());
    drop((guard, result));
    let said = observer.said.lock().unwrap().clone();
    assert!(!said.contains("canary"), "{said}");
    said
}

#[tokio::test]
async fn a_call_is_a_span() {
    let call = Call::new(&GET).path("imp_uid", &"canary-path").query("key", &"canary-query");
    let said = observed(200, r#"{"code":0,"response":"canary-answer"}"#, call).await;
    for part in [
        "operation=\"payments.get\"",
        "route=\"/payments/{imp_uid}\"",
        "status=200",
        "attempts=1",
        "duration_ms=",
        "outcome=\"ok\"",
        "operation=\"authentication.get_token\"",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("event"), "{said}");
}

#[tokio::test]
async fn each_retry_is_an_event() {
    let said =
        observed(503, "canary-answer", Call::new(&GET).path("imp_uid", &"canary-path")).await;
    let events: Vec<_> = said.lines().filter(|line| line.starts_with("event")).collect();
    assert_eq!(events.len(), 2, "{said}");
    assert!(events[1].contains("attempt=2") && events[1].contains("status=503"), "{said}");
    assert!(said.contains("attempts=3") && said.contains("outcome=\"status\""), "{said}");
}

#[tokio::test]
async fn an_unknown_outcome_is_an_outcome() {
    let call = Call::new(&CHANGE).path("imp_uid", &"canary-path").body("card", &"canary-body");
    let said = observed(502, "canary-answer", call).await;
    assert!(said.contains("outcome=\"outcome_unknown\""), "{said}");
}
