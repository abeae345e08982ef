//! Undocumented codes.

use std::fmt;

/// A code that is unknown to this version of the crate, unchanged.
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

/// Creates an unknown code. Only enumerations do, and only from codes that they do not list, so that two
/// values of an enumeration are equal if and only if their codes are.
pub fn unknown_code(code: impl Into<String>) -> UnknownCode {
    UnknownCode(code.into())
}
