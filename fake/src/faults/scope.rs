//! Scope of a fault: the requests that it can affect.

use crate::api_error::ApiError;
use crate::contract::{Contract, OperationSpec};

/// Scope of every request, including those to unknown routes.
pub const ALL: &str = "*";

/// All requests, a section or an operation.
#[derive(Clone, Debug)]
pub enum FaultScope {
    /// Every request.
    All,
    /// Operations whose names begin with this prefix: `payments.`
    Section(String),
    /// One operation.
    Operation(String),
}

impl FaultScope {
    /// Parses `*`, `payments.*` or `payments.cancel`.
    ///
    /// # Errors
    /// 400 when there is no such operation.
    pub fn parse(contract: &Contract, text: &str) -> Result<Self, ApiError> {
        let scope = match text.strip_suffix('*') {
            Some("") => Self::All,
            Some(section) => Self::Section(section.to_owned()),
            None => Self::Operation(text.to_owned()),
        };
        let mut operations = contract.operations.iter();
        if operations.any(|operation| scope.matches(Some(operation))) {
            return Ok(scope);
        }
        let message =
            format!("there is no operation {text}: GET /_fake/operations lists all operations");
        Err(ApiError::bad_request(message))
    }

    /// Returns `true` if a request is in scope.
    pub fn matches(&self, operation: Option<&OperationSpec>) -> bool {
        match (self, operation) {
            (Self::All, _) => true,
            (_, None) => false,
            (Self::Section(start), Some(operation)) => operation.name.starts_with(start),
            (Self::Operation(name), Some(operation)) => operation.name == *name,
        }
    }
}
