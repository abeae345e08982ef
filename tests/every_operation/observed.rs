//! What a program's logs can show of calls, collected on this thread.

use std::cell::RefCell;
use std::fmt::{Debug, Write};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

thread_local! {
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Everything that was logged since the last time.
pub(crate) fn take() -> String {
    SHOWN.take()
}

/// Collects what libraries say by way of `tracing`, until the guard is dropped, and of `log`.
pub(crate) fn collect() -> tracing::subscriber::DefaultGuard {
    // Another test can have been first.
    let _ = log::set_logger(&Collector);
    log::set_max_level(log::LevelFilter::Trace);
    tracing::subscriber::set_default(Collector)
}

struct Collector;

fn add(shown: &dyn Debug) {
    SHOWN.with_borrow_mut(|text| writeln!(text, "{shown:?}").unwrap());
}

struct Values;

impl Visit for Values {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        add(&format_args!("{field}={value:?}"));
    }
}

impl Subscriber for Collector {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        add(&span.metadata().name());
        span.record(&mut Values);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Values);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Values);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl log::Log for Collector {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        add(record.args());
    }

    fn flush(&self) {}
}
