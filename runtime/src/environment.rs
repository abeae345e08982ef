//! Environment variables.

use std::env::{self, VarError};

use crate::error::ConfigError;

/// Reads a required variable.
pub(crate) fn required(name: &str) -> Result<String, ConfigError> {
    optional(name)?.ok_or_else(|| variable_error(name, "is not set"))
}

/// Reads an optional variable, without the whitespace around its value. A variable that is set must not
/// be empty.
pub(crate) fn optional(name: &str) -> Result<Option<String>, ConfigError> {
    match env::var(name) {
        Ok(value) => match value.trim_ascii() {
            "" => Err(variable_error(name, "is empty")),
            value => Ok(Some(value.to_owned())),
        },
        Err(VarError::NotPresent) => Ok(None),
        // The error holds the value, which may be a secret.
        Err(VarError::NotUnicode(_)) => Err(variable_error(name, "is not valid Unicode")),
    }
}

fn variable_error(name: &str, problem: &str) -> ConfigError {
    ConfigError::new(format!("the environment variable {name} {problem}"))
}
