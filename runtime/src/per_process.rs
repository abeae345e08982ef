//! Values that a forked process does not inherit.

use std::sync::OnceLock;
use std::{mem, process};

/// A value of each process. A fork copies the memory of its parent, but not its threads: locks that they
/// held are never released, and connections that they drove stand still. So a child creates a value of
/// its own, and touches that of its parent no more, not even to drop it.
pub(crate) struct PerProcess<T> {
    value: OnceLock<(u32, T)>,
    child: OnceLock<Box<Self>>,
}

impl<T> PerProcess<T> {
    pub(crate) const fn new() -> Self {
        Self { value: OnceLock::new(), child: OnceLock::new() }
    }

    /// The value of this process, created by the first call in it.
    pub(crate) fn get(&self, create: impl Fn() -> T) -> &T {
        let current = process::id();
        let mut node = self;
        loop {
            let (owner, value) = node.value.get_or_init(|| (current, create()));
            if *owner == current {
                return value;
            }
            node = node.child.get_or_init(|| Box::new(Self::new()));
        }
    }
}

impl<T> Drop for PerProcess<T> {
    fn drop(&mut self) {
        match self.value.take() {
            Some((owner, value)) if owner != process::id() => mem::forget(value),
            _ => {}
        }
    }
}
