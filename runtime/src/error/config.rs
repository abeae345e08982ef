//! The error of an invalid configuration.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use super::report::report;

/// An invalid configuration of a client, or its use in the wrong context.
#[derive(Clone)]
pub struct ConfigError {
    message: Cow<'static, str>,
}

impl ConfigError {
    pub(crate) fn new(problem: impl fmt::Display) -> Self {
        Self { message: format!("the client cannot be built: {problem}").into() }
    }

    pub(crate) fn no_thread(problem: impl fmt::Display) -> Self {
        let message = format!("nothing was sent: the client's thread cannot be started: {problem}");
        Self { message: message.into() }
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn wrong_context(message: &'static str) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return report(self, f);
        }
        f.debug_struct("ConfigError").field("message", &self.message).finish()
    }
}

impl Error for ConfigError {}
