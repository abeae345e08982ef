//! A client that cannot be built.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// Why a client cannot be built, in words.
#[derive(Clone, Debug)]
pub struct ConfigError {
    problem: Cow<'static, str>,
}

impl ConfigError {
    pub(crate) fn new(problem: impl Into<Cow<'static, str>>) -> Self {
        Self { problem: problem.into() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the client cannot be built: {}", self.problem)
    }
}

impl Error for ConfigError {}
