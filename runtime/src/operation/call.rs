//! One call of an operation: the values of its parameters.

use super::definition::Operation;
use super::evidence::Evidence;
use crate::json::{Fields, ToJson};

/// The query parameter of paginated lists.
const PAGE: &str = "page";

/// An operation with the values of its parameters.
#[derive(Clone)]
pub struct Call {
    pub(crate) operation: &'static Operation,
    pub(crate) path: Fields,
    pub(crate) query: Fields,
    pub(crate) body: Fields,
    pub(crate) reads: Vec<Read>,
    test_payments: Option<&'static str>,
}

/// A call that gives evidence whether another one was carried out.
#[derive(Clone)]
pub(crate) struct Read {
    pub(crate) evidence: Evidence,
    pub(crate) call: Call,
    /// True if a key of it is secret.
    pub(crate) is_hidden: bool,
}

impl Call {
    /// Creates a call without values.
    pub fn new(operation: &'static Operation) -> Self {
        let [path, query, body] = [Fields::new(), Fields::new(), Fields::new()];
        Self { operation, path, query, body, reads: Vec::new(), test_payments: None }
    }

    /// Sets the value of the placeholder `{name}` in the route.
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

    /// Names the query parameter that includes payments of test channels in the response.
    #[must_use]
    pub fn test_payments(self, parameter: &'static str) -> Self {
        Self { test_payments: Some(parameter), ..self }
    }

    /// The same call, with payments of test channels included if the operation can.
    pub(crate) fn including_test_payments(self) -> Self {
        match self.test_payments {
            Some(parameter) => self.query(parameter, &true),
            None => self,
        }
    }

    /// The requested page of a list.
    pub(crate) fn page(&self) -> Option<i64> {
        self.query.get(PAGE)?.scalar_text()?.parse().ok()
    }

    /// The same call, for another page.
    pub(crate) fn at_page(mut self, page: i64) -> Self {
        self.query = self.query.without(PAGE).with(PAGE, &page);
        self
    }

    /// Adds a read that shows whether this call was carried out, in case its response is lost.
    #[must_use]
    pub fn reconcile(mut self, evidence: Evidence, call: Self) -> Self {
        self.reads.push(Read { evidence, call, is_hidden: false });
        self
    }

    /// The same with a read whose keys are secret, which no journal records.
    #[must_use]
    pub fn reconcile_hidden(mut self, evidence: Evidence, call: Self) -> Self {
        self.reads.push(Read { evidence, call, is_hidden: true });
        self
    }
}
