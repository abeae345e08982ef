//! Codes that the documentation does not list.

use std::fmt;

/// A code that this version of the crate does not know, kept as the server or the caller wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownCode(String);

impl UnknownCode {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Only enumerations make these, and only from codes that they do not list: so two values of an
/// enumeration are equal exactly when their codes are.
pub fn unknown_code(code: impl Into<String>) -> UnknownCode {
    UnknownCode(code.into())
}
