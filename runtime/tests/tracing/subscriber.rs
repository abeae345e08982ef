//! The subscriber of the whole process, and its log: a call has more than one thread.

use std::fmt::{self, Write};
use std::mem;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static LOG: Mutex<String> = Mutex::new(String::new());
static SPANS: AtomicU64 = AtomicU64::new(1);

/// Installs the subscriber; calls that the tests make come after it.
pub(crate) fn install() {
    static INSTALLED: LazyLock<()> =
        LazyLock::new(|| tracing::subscriber::set_global_default(Log).unwrap());
    LazyLock::force(&INSTALLED);
}

/// The spans and events since the last time.
pub(crate) fn take() -> String {
    mem::take(&mut *LOG.lock().unwrap())
}

struct Log;

struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

fn add_line(kind: &str, record: impl FnOnce(&mut Fields<'_>)) {
    let mut line = kind.to_owned();
    record(&mut Fields(&mut line));
    line.push('\n');
    LOG.lock().unwrap().push_str(&line);
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("portone")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        add_line("span", |fields| span.record(fields));
        Id::from_u64(SPANS.fetch_add(1, Ordering::Relaxed))
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        add_line("record", |fields| values.record(fields));
    }

    fn event(&self, event: &Event<'_>) {
        add_line("event", |fields| event.record(fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}
