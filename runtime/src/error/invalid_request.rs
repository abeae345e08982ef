//! The error of a request that is invalid.

use std::error::Error;
use std::fmt;

use super::report::report;

/// A request that violates constraints of its operation. Nothing was sent. All violations are listed.
#[derive(Clone)]
#[non_exhaustive]
pub struct InvalidRequestError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// All violations, at least one.
    pub violations: Vec<Violation>,
}

/// A value that violates a constraint, or a missing value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The documented name of the parameter: `schedules[0].merchant_uid`.
    pub parameter: String,
    /// The problem with its value, without the value itself.
    pub problem: String,
}

impl Violation {
    pub(crate) fn new(parameter: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { parameter: parameter.into(), problem: problem.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.parameter, self.problem)
    }
}

impl fmt::Display for InvalidRequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: nothing was sent", self.operation)?;
        let mut separator = ": ";
        for violation in &self.violations {
            write!(f, "{separator}{violation}")?;
            separator = "; ";
        }
        Ok(())
    }
}

impl fmt::Debug for InvalidRequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return report(self, f);
        }
        f.debug_struct("InvalidRequestError")
            .field("operation", &self.operation)
            .field("violations", &self.violations)
            .finish()
    }
}

impl Error for InvalidRequestError {}
