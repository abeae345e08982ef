//! The first mismatch of a document, recorded while it is read.

use std::cell::{Cell, RefCell};

use super::mismatch::Mismatch;

/// The first value that differs from the documentation.
///
/// Readers record it and continue with a default value instead of returning early: a reader that could
/// return after each of seventy fields would be compiled with as many exits. Whoever creates a sink
/// must call [`end`](Self::end) before it hands on the values that were read.
#[derive(Default)]
pub(crate) struct MismatchSink {
    /// Checked after each field, where a look into the other cell would be slower.
    any: Cell<bool>,
    first: RefCell<Option<Mismatch>>,
}

impl MismatchSink {
    /// Fails with the recorded mismatch.
    pub(super) fn end(&self) -> Result<(), Mismatch> {
        self.take().map_or(Ok(()), Err)
    }

    pub(super) fn take(&self) -> Option<Mismatch> {
        self.replace(None)
    }

    /// Replaces the recorded mismatch and returns the previous one.
    pub(super) fn replace(&self, mismatch: Option<Mismatch>) -> Option<Mismatch> {
        self.any.set(mismatch.is_some());
        self.first.replace(mismatch)
    }

    /// Records a mismatch, unless there is an earlier one.
    pub(super) fn record(&self, mismatch: Mismatch) {
        if !self.any.get() {
            self.replace(Some(mismatch));
        }
    }
}

/// Adds the steps of a record or a list to the path of a mismatch that is found inside it.
pub(super) struct PathScope<'a> {
    sink: &'a MismatchSink,
    /// Set once the path is complete: the mismatch was found before this scope, or has its step.
    done: bool,
}

impl<'a> PathScope<'a> {
    pub(super) fn new(sink: &'a MismatchSink) -> Self {
        Self { sink, done: sink.any.get() }
    }

    /// Adds the field that was just read.
    #[inline]
    pub(super) fn field(&mut self, name: &'static str) {
        if self.is_new() {
            self.attach_path(|mismatch| mismatch.inside(name));
        }
    }

    /// Adds the element that was just read.
    #[inline]
    pub(super) fn element(&mut self, index: usize) {
        if self.is_new() {
            self.attach_path(|mismatch| mismatch.at(index));
        }
    }

    fn is_new(&self) -> bool {
        self.sink.any.get() && !self.done
    }

    #[cold]
    fn attach_path(&mut self, step: impl FnOnce(Mismatch) -> Mismatch) {
        self.done = true;
        let mismatch = self.sink.take();
        self.sink.replace(mismatch.map(step));
    }
}
