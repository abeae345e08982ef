//! Which requests a fault is for.

use crate::contract::{Contract, Operation};
use crate::refusal::Refusal;

/// Every request, even to addresses that V1 does not have.
pub const ALL: &str = "*";

/// Some operations, or everything.
#[derive(Clone, Debug)]
pub enum Scope {
    /// Every request.
    All,
    /// Names that begin so: `payments.`
    Section(String),
    /// One operation.
    Operation(String),
}

impl Scope {
    /// Understands `*`, `payments.*` and `payments.cancel`.
    ///
    /// # Errors
    /// Fails when there is no such operation.
    pub fn read(contract: &Contract, text: &str) -> Result<Self, Refusal> {
        let scope = match text.strip_suffix('*') {
            Some("") => Self::All,
            Some(section) => Self::Section(section.to_owned()),
            None => Self::Operation(text.to_owned()),
        };
        let mut operations = contract.operations.iter();
        if operations.any(|operation| scope.holds(Some(operation))) {
            return Ok(scope);
        }
        let message =
            format!("no operation is called {text}: GET /_fake/operations lists them all");
        Err(Refusal::invalid(message))
    }

    /// Whether a request is one of them.
    pub fn holds(&self, operation: Option<&Operation>) -> bool {
        match (self, operation) {
            (Self::All, _) => true,
            (_, None) => false,
            (Self::Section(start), Some(operation)) => operation.name.starts_with(start),
            (Self::Operation(name), Some(operation)) => operation.name == *name,
        }
    }
}
