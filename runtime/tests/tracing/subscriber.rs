//! The subscriber of the whole process, which keeps a log for each thread.

use std::cell::{Cell, RefCell};
use std::fmt::{self, Write};
use std::sync::LazyLock;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

thread_local! {
    static LOG: RefCell<String> = const { RefCell::new(String::new()) };
    static SPANS: Cell<u64> = const { Cell::new(0) };
}

/// Installs the subscriber; calls that the tests make come after it.
pub(crate) fn install() {
    static INSTALLED: LazyLock<()> =
        LazyLock::new(|| tracing::subscriber::set_global_default(ThreadLog).unwrap());
    LazyLock::force(&INSTALLED);
}

/// The spans and events of the current thread since the last time.
pub(crate) fn take() -> String {
    LOG.take()
}

struct ThreadLog;

struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

fn add_line(kind: &str, record: impl FnOnce(&mut Fields<'_>)) {
    LOG.with_borrow_mut(|log| {
        log.push_str(kind);
        record(&mut Fields(log));
        log.push('\n');
    });
}

impl Subscriber for ThreadLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("portone")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        add_line("span", |fields| span.record(fields));
        SPANS.set(SPANS.get() + 1);
        Id::from_u64(SPANS.get())
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
