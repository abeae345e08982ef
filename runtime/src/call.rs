//! One call of an operation: collecting its values and laying them out for the wire.

use crate::Error;
use crate::error::InvalidRequestError;
use crate::json::{Fields, ToJson};
use crate::operation::{Method, Operation};
use crate::{path, query};

/// An operation with the values of its parameters.
pub struct Call {
    operation: &'static Operation,
    path: Fields,
    query: Fields,
    body: Fields,
}

impl Call {
    /// Begins a call without any values.
    pub fn new(operation: &'static Operation) -> Self {
        Self { operation, path: Fields::new(), query: Fields::new(), body: Fields::new() }
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

    /// Checks the values and lays them out.
    pub(crate) fn prepare(self) -> Result<PreparedCall, Error> {
        self.lay_out().map_err(|problem| problem.of(self.operation).into())
    }

    fn lay_out(&self) -> Result<PreparedCall, Refusal> {
        refuse_empty_list(&self.query)?;
        refuse_empty_list(&self.body)?;
        Ok(PreparedCall {
            operation: self.operation,
            path: path::fill(self.operation.route, &self.path)?,
            query: query::write(&self.query),
            body: self.has_body().then(|| self.body.to_text()),
        })
    }

    /// A POST or PUT without fields has an empty body `{}`: without any, HTTP clients leave out the
    /// length too, which servers and proxies may refuse.
    fn has_body(&self) -> bool {
        matches!(self.operation.method, Method::Post | Method::Put) || !self.body.is_empty()
    }
}

/// A call as it goes onto the wire, but for who sends it.
pub(crate) struct PreparedCall {
    pub(crate) operation: &'static Operation,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    pub(crate) body: Option<String>,
}

/// Why a value cannot be sent.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) parameter: String,
    pub(crate) problem: &'static str,
}

impl Refusal {
    pub(crate) fn new(parameter: impl Into<String>, problem: &'static str) -> Self {
        Self { parameter: parameter.into(), problem }
    }

    pub(crate) fn of(self, operation: &Operation) -> InvalidRequestError {
        InvalidRequestError {
            operation: operation.name,
            parameter: self.parameter,
            problem: self.problem,
        }
    }
}

/// The server takes an empty list as left out, and leaving out can mean "all of them".
fn refuse_empty_list(fields: &Fields) -> Result<(), Refusal> {
    match fields.empty_list() {
        None => Ok(()),
        Some(parameter) => Err(Refusal::new(
            parameter,
            "is an empty list, which the server takes as left out; leave it out to mean that",
        )),
    }
}
