//! A client that cannot be built, or not be used where it is.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// Why a client cannot be built or used, in words.
#[derive(Clone, Debug)]
pub struct ConfigError {
    sentence: Cow<'static, str>,
}

impl ConfigError {
    pub(crate) fn new(problem: impl fmt::Display) -> Self {
        Self { sentence: format!("the client cannot be built: {problem}").into() }
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn misused(sentence: &'static str) -> Self {
        Self { sentence: sentence.into() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl Error for ConfigError {}
