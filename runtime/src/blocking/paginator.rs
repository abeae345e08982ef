//! Pagination for the blocking client.

use std::fmt;

use super::wait::wait;
use crate::error::Error;

/// The items of all pages of a list, one after the other. Pages are fetched when they are needed. It
/// ends after the last page, and after the first error.
#[must_use = "a paginator fetches nothing until it is iterated"]
pub struct Paginator<T> {
    items: Option<crate::client::Paginator<T>>,
}

impl<T> Paginator<T> {
    /// Wraps an async paginator; `next` blocks the thread that calls it.
    pub fn new(items: crate::client::Paginator<T>) -> Self {
        Self { items: Some(items) }
    }
}

impl<T: Send + 'static> Iterator for Paginator<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let items = self.items.as_mut()?;
        let next = wait(async { items.next().await.transpose() }).transpose();
        if !matches!(next, Some(Ok(_))) {
            self.items = None;
        }
        next
    }
}

impl<T> fmt::Debug for Paginator<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Paginator").field(&self.items).finish()
    }
}
