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
        Ok(value) => match trim(&value) {
            "" => Err(variable_error(name, "is empty")),
            value => Ok(Some(value.to_owned())),
        },
        Err(VarError::NotPresent) => Ok(None),
        // The error holds the value, which may be a secret.
        Err(VarError::NotUnicode(_)) => Err(variable_error(name, "is not valid Unicode")),
    }
}

/// Reads an optional variable that is `true` or `false`; `false` if it is not set.
pub(crate) fn flag(name: &str) -> Result<bool, ConfigError> {
    match optional(name)?.as_deref() {
        Some("true") => Ok(true),
        None | Some("false") => Ok(false),
        Some(_) => Err(variable_error(name, "is neither `true` nor `false`")),
    }
}

/// The text without what files of secrets and editors put around it: whitespace, newlines, a byte-order
/// mark.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

fn variable_error(name: &str, problem: &str) -> ConfigError {
    ConfigError::new(format!("the environment variable {name} {problem}"))
}
