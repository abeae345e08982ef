//! The log of a process: everything that libraries emit by way of `tracing` and `log`.

use std::fmt::{Debug, Write};
use std::mem;
use std::sync::{Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static LOG: Mutex<String> = Mutex::new(String::new());

/// Everything that was logged since the last time.
pub(crate) fn take() -> String {
    mem::take(&mut *LOG.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Installs the subscriber and the logger of the process; can be done once.
pub(crate) fn install() {
    tracing::subscriber::set_global_default(Collector).unwrap();
    log::set_logger(&Collector).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
}

struct Collector;

fn add(shown: &dyn Debug) {
    writeln!(LOG.lock().unwrap_or_else(PoisonError::into_inner), "{shown:?}").unwrap();
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
