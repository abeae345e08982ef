//! A request that is refused before anything is sent.

use std::error::Error;
use std::fmt;

/// Values that would do something else than they say, or that the server would refuse. All of them
/// are listed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct InvalidRequestError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// Every rule that is broken, at least one.
    pub violations: Vec<Violation>,
}

/// One value that breaks a rule, or is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The parameter, by the name that the documentation gives it: `schedules[0].merchant_uid`.
    pub parameter: String,
    /// What is wrong with its value; the value itself is not repeated.
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

impl Error for InvalidRequestError {}
