//! What is wrong with an answer, collected while it is read.

use std::cell::{Cell, RefCell};

use super::Mismatch;

/// The first value that was other than documented.
///
/// Readers note it and go on with a stand-in, instead of returning at once: one that could return
/// after each of seventy fields would have to be compiled with as many ways out. Whoever makes a
/// `Faults` must [`end`](Self::end) it before the value that was read gets out.
#[derive(Default)]
pub(crate) struct Faults {
    /// Asked after each field, which a look into the other one would slow down.
    any: Cell<bool>,
    first: RefCell<Option<Mismatch>>,
}

impl Faults {
    /// Fails if there was one.
    pub(crate) fn end(&self) -> Result<(), Mismatch> {
        self.take().map_or(Ok(()), Err)
    }

    pub(super) fn any(&self) -> bool {
        self.any.get()
    }

    pub(super) fn take(&self) -> Option<Mismatch> {
        self.replace(None)
    }

    /// Notes this one or none instead of what is noted.
    pub(super) fn replace(&self, mismatch: Option<Mismatch>) -> Option<Mismatch> {
        self.any.set(mismatch.is_some());
        self.first.replace(mismatch)
    }

    /// Notes the fault, unless there was one before.
    pub(super) fn note(&self, mismatch: Mismatch) {
        if !self.any() {
            self.replace(Some(mismatch));
        }
    }
}

/// A record or a list on the way to what is in it: says where a fault is that comes up in there.
pub(super) struct Place<'a> {
    faults: &'a Faults,
    /// Whether there was a fault before: then it is none of this place's.
    settled: bool,
}

impl<'a> Place<'a> {
    pub(super) fn new(faults: &'a Faults) -> Self {
        Self { faults, settled: faults.any() }
    }

    /// A field has been read.
    #[inline]
    pub(super) fn field(&mut self, name: &'static str) {
        if self.is_new() {
            self.settle(|mismatch| mismatch.inside(name));
        }
    }

    /// An element has been read.
    #[inline]
    pub(super) fn element(&mut self, index: usize) {
        if self.is_new() {
            self.settle(|mismatch| mismatch.at(index));
        }
    }

    fn is_new(&self) -> bool {
        self.faults.any() && !self.settled
    }

    #[cold]
    fn settle(&mut self, from_here: impl FnOnce(Mismatch) -> Mismatch) {
        self.settled = true;
        let mismatch = self.faults.take();
        self.faults.replace(mismatch.map(from_here));
    }
}
