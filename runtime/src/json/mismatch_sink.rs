//! The mismatches of a document, recorded while it is read.

use std::cell::{Cell, RefCell};
use std::mem;

use super::mismatch::{Mismatch, Step};

/// The maximum number of tolerated mismatches that are kept.
const MAX_TOLERATED: usize = 100;

/// The values that differ from the documentation.
///
/// Readers record a mismatch and continue with a default value instead of returning early: a reader
/// that could return after each of seventy fields would be compiled with as many exits. A mismatch
/// fails the document, unless a reader around it can do without the value and
/// [tolerates](Self::tolerate_since) it. Whoever creates a sink must call [`end`](Self::end) before it
/// hands on the values that were read.
#[derive(Default)]
pub(crate) struct MismatchSink {
    /// Checked after each field, where a look into the other cell would be slower.
    count: Cell<usize>,
    mismatches: RefCell<Vec<Mismatch>>,
    /// True if the last mismatch is not tolerated. No other is recorded until it is.
    fatal: Cell<bool>,
}

impl MismatchSink {
    /// The number of mismatches so far.
    pub(super) fn count(&self) -> usize {
        self.count.get()
    }

    /// True if the last mismatch is not tolerated.
    pub(super) fn is_fatal(&self) -> bool {
        self.fatal.get()
    }

    /// Takes the tolerated mismatches; fails with the one that is not tolerated.
    pub(super) fn end(&self) -> Result<Vec<Mismatch>, Mismatch> {
        self.count.set(0);
        let mut mismatches = self.mismatches.take();
        match self.fatal.replace(false).then(|| mismatches.pop()).flatten() {
            Some(fatal) => Err(fatal),
            None => Ok(mismatches),
        }
    }

    /// Records a mismatch that fails the document, unless it is tolerated.
    pub(super) fn record(&self, mismatch: Mismatch) {
        if !self.fatal.replace(true) {
            self.push(mismatch);
        }
    }

    /// Records a value that has only one reading, and was read.
    pub(super) fn record_repair(&self, mismatch: Mismatch) {
        if !self.fatal.get() && self.count() < MAX_TOLERATED {
            self.push(mismatch.repaired());
        }
    }

    /// Tolerates the mismatch recorded since there were this many; false if there is none.
    pub(super) fn tolerate_since(&self, count: usize) -> bool {
        if !self.fatal.get() || self.count() <= count {
            return false;
        }
        self.fatal.set(false);
        if self.count() > MAX_TOLERATED {
            self.truncate(self.count() - 1);
        }
        true
    }

    /// Reads without recording; `None` if there was a mismatch.
    pub(super) fn without_recording<T>(&self, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let (fatal, count) = (self.fatal.replace(false), self.count());
        let value = read();
        let failed = self.fatal.replace(fatal);
        self.truncate(count);
        value.filter(|_| !failed)
    }

    fn push(&self, mismatch: Mismatch) {
        self.mismatches.borrow_mut().push(mismatch);
        self.count.set(self.count() + 1);
    }

    fn truncate(&self, count: usize) {
        self.mismatches.borrow_mut().truncate(count);
        self.count.set(count);
    }
}

/// Adds the steps of a record or a list to the paths of the mismatches that are found inside it.
pub(super) struct PathScope<'a> {
    sink: &'a MismatchSink,
    /// The number of mismatches that were found before this scope, or have its step.
    done: usize,
    /// True for a record that is not in the text, and adds no steps.
    is_virtual: bool,
}

impl<'a> PathScope<'a> {
    pub(super) fn new(sink: &'a MismatchSink) -> Self {
        Self { sink, done: sink.count(), is_virtual: false }
    }

    /// The scope of a record that is not in the text.
    pub(super) fn without_steps(self) -> Self {
        Self { is_virtual: true, ..self }
    }

    /// Adds the field that was just read.
    #[inline]
    pub(super) fn field(&mut self, name: &'static str) {
        if self.sink.count() > self.done {
            self.attach(Step::Field(name));
        }
    }

    /// Adds the element that was just read.
    #[inline]
    pub(super) fn element(&mut self, index: usize) {
        if self.sink.count() > self.done {
            self.attach(Step::Element(index));
        }
    }

    #[cold]
    fn attach(&mut self, step: Step) {
        let done = mem::replace(&mut self.done, self.sink.count());
        if self.is_virtual {
            return;
        }
        let mut mismatches = self.sink.mismatches.borrow_mut();
        mismatches.iter_mut().skip(done).for_each(|mismatch| mismatch.push_step(step));
    }
}
