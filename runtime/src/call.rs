//! One call of an operation: collecting its values and laying them out for the wire.

use std::fmt;

use reqwest::header::HeaderValue;

use crate::error::{Error, InvalidRequestError, Violation};
use crate::header;
use crate::json::{Fields, ToJson};
use crate::operation::{Method, Operation};
use crate::proof::Proof;
use crate::{path, query, rules};

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

/// A call that tells what became of another.
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

    /// Checks the values against everything that is known of this gateway.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidRequest`] with every rule that is broken.
    // Takes the call, and writes out the gateway's code: each request would else have to be compiled
    // with all that drops the one, and with every code that can be the other.
    pub fn check(self, gateway: &dyn fmt::Display) -> Result<(), Error> {
        let mut violations = self.violations(Some(&gateway.to_string()));
        path::fill(self.operation.route, &self.path, &mut violations);
        self.refuse(violations)
    }

    /// Checks the values and lays them out.
    pub(crate) fn prepare(&self, tier: Option<&str>) -> Result<PreparedCall, Error> {
        let mut violations = self.violations(None);
        let path = path::fill(self.operation.route, &self.path, &mut violations);
        let tier = tier_header(tier, &mut violations);
        self.refuse(violations)?;
        Ok(PreparedCall {
            operation: self.operation,
            path,
            query: query::write(&self.query),
            body: self.has_body().then(|| self.body.to_text()),
            tier,
        })
    }

    fn violations(&self, gateway: Option<&str>) -> Vec<Violation> {
        rules::violations(self.operation, &[&self.path, &self.query, &self.body], gateway)
    }

    fn refuse(&self, violations: Vec<Violation>) -> Result<(), Error> {
        if violations.is_empty() {
            return Ok(());
        }
        Err(InvalidRequestError { operation: self.operation.name, violations }.into())
    }

    /// A POST or PUT without fields has an empty body `{}`: without any, HTTP clients leave out the
    /// length too, which servers and proxies may refuse.
    fn has_body(&self) -> bool {
        matches!(self.operation.method, Method::Post | Method::Put) || !self.body.is_empty()
    }
}

/// Never left out when set, even if it is empty: the call would act for the main merchant.
fn tier_header(tier: Option<&str>, violations: &mut Vec<Violation>) -> Option<HeaderValue> {
    let header = header::verbatim(tier?);
    if header.is_none() {
        violations.push(Violation::new("tier", "must be a code of visible ASCII characters"));
    }
    header
}

/// A call as it goes onto the wire, but for the token.
pub(crate) struct PreparedCall {
    pub(crate) operation: &'static Operation,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) tier: Option<HeaderValue>,
}
