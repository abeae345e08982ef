//! A client that cannot be built.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// Why a client cannot be built or used, in words.
#[derive(Clone, Debug)]
pub struct ConfigError {
    what: &'static str,
    problem: Cow<'static, str>,
}

impl ConfigError {
    pub(crate) fn new(problem: impl Into<Cow<'static, str>>) -> Self {
        Self { what: "the client cannot be built", problem: problem.into() }
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn misused(problem: &'static str) -> Self {
        Self { what: "nothing was sent", problem: problem.into() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.problem)
    }
}

impl Error for ConfigError {}
