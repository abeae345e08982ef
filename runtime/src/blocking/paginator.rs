//! Pages for programs without async.

use std::fmt;

use super::runtime::Runtime;
use crate::error::Error;

/// The items of all pages of a list, one after the other. Pages are read when they are needed; it ends
/// after the last page, and after the first error.
#[must_use = "nothing is read before the first item is asked for"]
pub struct Items<T> {
    runtime: Runtime,
    items: Option<crate::client::Items<T>>,
}

impl<T> Items<T> {
    /// Waits for the items on whichever thread asks for them.
    pub fn new(runtime: &Runtime, items: crate::client::Items<T>) -> Self {
        Self { runtime: runtime.clone(), items: Some(items) }
    }
}

impl<T: Send + 'static> Iterator for Items<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let items = self.items.as_mut()?;
        let next = self.runtime.wait(async { items.next().await.transpose() }).transpose();
        if !matches!(next, Some(Ok(_))) {
            self.items = None;
        }
        next
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Items").field(&self.items).finish()
    }
}
