//! A call validated and laid out for the wire.

use std::fmt;

use reqwest::header::HeaderValue;

use super::validation::violations;
use super::{header, path, query};
use crate::error::{Error, InvalidRequestError, Violation};
use crate::operation::{Call, Method, Operation};

/// A call as it goes onto the wire, but for the token.
pub(crate) struct PreparedCall {
    pub(crate) operation: &'static Operation,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) tier: Option<HeaderValue>,
}

impl Call {
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
        violations(self.operation, &[&self.path, &self.query, &self.body], gateway)
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
