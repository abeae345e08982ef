//! A validated request, ready to be sent.

use std::fmt;

use http::{HeaderValue, Uri};

use super::validation::validate;
use super::{header, path, query};
use crate::error::{Error, InvalidRequestError, Violation};
use crate::http_client::BaseUrl;
use crate::json::Value;
use crate::operation::{Call, Method, Operation};

/// A validated request without its token.
pub(crate) struct PreparedRequest {
    pub(crate) operation: &'static Operation,
    pub(crate) url: Uri,
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
        let path = path::fill(self.operation.route, &self.path, &mut violations);
        self.reject(violations)?;
        self.url("", &path).map(drop)
    }

    /// Validates the values and lays them out for the wire.
    pub(crate) fn prepare(
        &self,
        base_url: &BaseUrl,
        tier: Option<&str>,
    ) -> Result<PreparedRequest, Error> {
        let mut violations = self.violations(None);
        let path = path::fill(self.operation.route, &self.path, &mut violations);
        let tier = tier_header(tier, &mut violations);
        self.reject(violations)?;
        Ok(PreparedRequest {
            operation: self.operation,
            url: self.url(&base_url.prefix(), &path)?,
            body: self.has_body().then(|| self.body.to_text()),
            tier,
        })
    }

    /// The URL behind this prefix. One that HTTP cannot carry is a violation: no attempt could send it.
    fn url(&self, prefix: &str, path: &str) -> Result<Uri, Error> {
        let query = query::write(&self.query).map_or(String::new(), |query| format!("?{query}"));
        let url = [prefix, path, &query].concat();
        let length = url.len();
        Uri::try_from(url).map_err(|error| {
            let problem = format!("makes a URL of {length} bytes, which cannot be sent: {error}");
            self.invalid(vec![Violation::new(self.longest_parameter(), problem)])
        })
    }

    /// The parameter of the URL with the longest value.
    fn longest_parameter(&self) -> &'static str {
        let length = |value: &Value| value.scalar_text().map_or(usize::MAX, str::len);
        let parameters = self.path.iter().chain(self.query.iter());
        parameters.max_by_key(|(_, value)| length(value)).map_or("base_url", |(name, _)| name)
    }

    fn violations(&self, gateway: Option<&str>) -> Vec<Violation> {
        validate(self.operation, &[&self.path, &self.query, &self.body], gateway)
    }

    fn reject(&self, violations: Vec<Violation>) -> Result<(), Error> {
        if violations.is_empty() {
            return Ok(());
        }
        Err(self.invalid(violations))
    }

    fn invalid(&self, violations: Vec<Violation>) -> Error {
        InvalidRequestError { operation: self.operation.name, violations }.into()
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
