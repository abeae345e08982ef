//! What an operation answers that can succeed in part.

use std::fmt;
use std::ops::Deref;
use std::{slice, vec};

use crate::json::{FromJson, Json};
use crate::redacted::Redacted;

/// The items of an answer that can be incomplete: HTTP 207 says that some of what was asked for
/// failed while the rest succeeded, and counts as a success.
///
/// It reads like the list of its items; what matters where all of them count is
/// [`complete`](Self::complete).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Partial<T> {
    /// What succeeded.
    pub items: Vec<T>,
    /// Whether nothing failed, as far as the server says.
    pub complete: bool,
    /// What failed, where the server says it: a text, or the JSON of whatever else stood there. The docs
    /// do not say what it looks like; it may hold personal data, and `Debug` hides it.
    pub failed: Vec<String>,
}

impl<T: FromJson> Partial<T> {
    /// `response` is the list, or an object that holds it beside the list of failures; else that one
    /// stands next to it in the envelope.
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

/// The list of failures.
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
