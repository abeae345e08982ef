//! One call of an operation: the values of its parameters.

use super::definition::Operation;
use super::evidence::Proof;
use crate::json::{Fields, ToJson};

/// The parameter that all lists with pages have.
const PAGE: &str = "page";

/// An operation with the values of its parameters.
#[derive(Clone)]
pub struct Call {
    pub(crate) operation: &'static Operation,
    pub(crate) path: Fields,
    pub(crate) query: Fields,
    pub(crate) body: Fields,
    pub(crate) reads: Vec<Read>,
}

/// A call that reads whether another one was carried out.
#[derive(Clone)]
pub(crate) struct Read {
    pub(crate) proof: Proof,
    pub(crate) call: Call,
}

impl Call {
    /// Begins a call without any values.
    pub fn new(operation: &'static Operation) -> Self {
        let [path, query, body] = [Fields::new(), Fields::new(), Fields::new()];
        Self { operation, path, query, body, reads: Vec::new() }
    }

    /// Fills the placeholder `{name}` of the route.
    #[must_use]
    pub fn path(mut self, name: &'static str, value: &dyn ToJson) -> Self {
        self.path = self.path.with(name, value);
        self
    }

    /// Adds a query parameter; an absent value adds nothing.
    #[must_use]
    pub fn query(mut self, name: &'static str, value: &dyn ToJson) -> Self {
        self.query = self.query.with(name, value);
        self
    }

    /// Adds a field to the JSON body; an absent value adds nothing.
    #[must_use]
    pub fn body(mut self, name: &'static str, value: &dyn ToJson) -> Self {
        self.body = self.body.with(name, value);
        self
    }

    /// The page of a list that it asks for.
    pub(crate) fn page(&self) -> Option<i64> {
        self.query.get(PAGE)?.scalar_text()?.parse().ok()
    }

    /// The same call for another page.
    pub(crate) fn at_page(mut self, page: i64) -> Self {
        self.query = self.query.without(PAGE).with(PAGE, &page);
        self
    }

    /// Adds a read that shows whether this call was carried out, for when no answer says it.
    #[must_use]
    pub fn reconcile(mut self, proof: Proof, call: Self) -> Self {
        self.reads.push(Read { proof, call });
        self
    }
}
