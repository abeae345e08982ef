//! A validated request, ready to be sent.

use std::fmt;

use http::HeaderValue;

use super::validation::validate;
use super::{header, path, query};
use crate::error::{Error, InvalidRequestError, Violation};
use crate::operation::{Call, Method, Operation};

/// A validated request without its token.
pub(crate) struct PreparedRequest {
    pub(crate) operation: &'static Operation,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) tier: Option<HeaderValue>,
}

impl Call {
    /// Validates the values, also against the requirements of this gateway.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidRequest`] with all violations.
    // By value and through `Display`, so that dropping the call and writing the code are not compiled
    // into every request.
    pub fn check(self, gateway: &dyn fmt::Display) -> Result<(), Error> {
        let mut violations = self.violations(Some(&gateway.to_string()));
        path::fill(self.operation.route, &self.path, &mut violations);
        self.reject(violations)
    }

    /// Validates the values and lays them out for the wire.
    pub(crate) fn prepare(&self, tier: Option<&str>) -> Result<PreparedRequest, Error> {
        let mut violations = self.violations(None);
        let path = path::fill(self.operation.route, &self.path, &mut violations);
        let tier = tier_header(tier, &mut violations);
        self.reject(violations)?;
        Ok(PreparedRequest {
            operation: self.operation,
            path,
            query: query::write(&self.query),
            body: self.has_body().then(|| self.body.to_text()),
            tier,
        })
    }

    fn violations(&self, gateway: Option<&str>) -> Vec<Violation> {
        validate(self.operation, &[&self.path, &self.query, &self.body], gateway)
    }

    fn reject(&self, violations: Vec<Violation>) -> Result<(), Error> {
        if violations.is_empty() {
            return Ok(());
        }
        Err(InvalidRequestError { operation: self.operation.name, violations }.into())
    }

    /// A POST or PUT without fields has the body `{}`: without a body, HTTP clients omit the length
    /// too, which servers and proxies may reject.
    fn has_body(&self) -> bool {
        matches!(self.operation.method, Method::Post | Method::Put) || !self.body.is_empty()
    }
}

/// The `Tier` header. An invalid tier is a violation: without it, the call would act for the main
/// merchant.
fn tier_header(tier: Option<&str>, violations: &mut Vec<Violation>) -> Option<HeaderValue> {
    let header = header::from_visible_ascii(tier?);
    if header.is_none() {
        violations.push(Violation::new("tier", "must be a code of visible ASCII characters"));
    }
    header
}
