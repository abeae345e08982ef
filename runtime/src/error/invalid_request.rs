//! A value that is refused before anything is sent.

use std::error::Error;
use std::fmt;

/// A value that would do something else than it says.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct InvalidRequestError {
    /// The operation, as `section.operation`.
    pub operation: &'static str,
    /// The parameter, by the name that the documentation gives it.
    pub parameter: String,
    /// What is wrong with its value; the value itself is not repeated.
    pub problem: &'static str,
}

impl fmt::Display for InvalidRequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, parameter, problem } = self;
        write!(f, "{operation}: nothing was sent: `{parameter}` {problem}")
    }
}

impl Error for InvalidRequestError {}
