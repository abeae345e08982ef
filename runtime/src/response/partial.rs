//! The result of an operation that can succeed in part.

use std::fmt;
use std::ops::Deref;
use std::{slice, vec};

use crate::json::{FromJson, Json};
use crate::redacted::Redacted;

/// The items of a response that can be incomplete: HTTP 207 is a success in which some items failed.
///
/// It dereferences to the slice of its items; check [`complete`](Self::complete) where all of them
/// matter.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Partial<T> {
    /// The items that succeeded.
    pub items: Vec<T>,
    /// True if no item failed, as far as the server reports.
    pub complete: bool,
    /// The items that failed, if the server reports them: texts, or JSON of any other shape, which is not
    /// documented. They may hold personal data, and `Debug` hides them.
    pub failed: Vec<String>,
}

impl<T> Partial<T> {
    /// True if there is neither an item nor a failure.
    pub(crate) fn holds_nothing(&self) -> bool {
        self.items.is_empty() && self.failed.is_empty()
    }
}

impl<T: FromJson> Partial<T> {
    /// Reads the list, which is `response` itself or a member of it. The list of failures is a member of
    /// `response` or of the envelope.
    pub(crate) fn read(some_failed: bool, response: Json<'_>, failed: Json<'_>) -> Self {
        let object =
            response.as_object().and_then(|object| object.contains(FAILED).then_some(object));
        let (items, inside) = match object {
            Some(object) => (object.other_list(FAILED), object.get(FAILED).texts()),
            None => (response, Vec::new()),
        };
        let items = Vec::from_json(items);
        let failed: Vec<_> = failed.texts().into_iter().chain(inside).collect();
        Self { items, complete: !some_failed && failed.is_empty(), failed }
    }
}

/// The member that lists failures.
pub(crate) const FAILED: &str = "failed";

impl<T> Deref for Partial<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> IntoIterator for Partial<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Partial<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T> From<Partial<T>> for Vec<T> {
    fn from(partial: Partial<T>) -> Self {
        partial.items
    }
}

impl<T: fmt::Debug> fmt::Debug for Partial<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Partial")
            .field("items", &self.items)
            .field("complete", &self.complete)
            .field("failed", &Redacted::of(&self.failed))
            .finish()
    }
}
