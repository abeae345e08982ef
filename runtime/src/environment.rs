//! What the environment of the process says.

use std::env::{self, VarError};

use crate::error::ConfigError;

/// A variable that has to be set.
pub(crate) fn required(name: &str) -> Result<String, ConfigError> {
    optional(name)?.ok_or_else(|| complaint(name, "is not set"))
}

/// A variable that need not be set, but says something when it is.
pub(crate) fn optional(name: &str) -> Result<Option<String>, ConfigError> {
    match env::var(name) {
        Ok(value) if value.is_empty() => Err(complaint(name, "is empty")),
        Ok(value) => Ok(Some(value)),
        Err(VarError::NotPresent) => Ok(None),
        // The error itself holds the value, so it is dropped here.
        Err(VarError::NotUnicode(_)) => Err(complaint(name, "is not valid Unicode")),
    }
}

fn complaint(name: &str, problem: &str) -> ConfigError {
    ConfigError::new(format!("the environment variable {name} {problem}"))
}
