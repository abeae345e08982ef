//! Redaction of credentials and personal data in `Debug`.

use std::fmt;

use jiff::Timestamp;
use rust_decimal::Decimal;

/// The placeholder for a value that must not be shown. It tells only if there is one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Redacted {
    /// There is a value.
    Value,
    /// There is an optional value.
    Some,
    /// There is no optional value.
    None,
    /// There is a list of this length.
    List(usize),
}

impl Redacted {
    /// The placeholder for this value.
    pub fn of(value: &dyn Redact) -> Self {
        value.redact()
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value => f.write_str("<redacted>"),
            Self::Some => f.write_str("Some(<redacted>)"),
            Self::None => f.write_str("None"),
            Self::List(count) => write!(f, "[<{count} redacted>]"),
        }
    }
}

/// A value that can be redacted. Records and enumerations use the default.
pub trait Redact {
    /// The placeholder.
    fn redact(&self) -> Redacted {
        Redacted::Value
    }
}

impl Redact for String {}
impl Redact for i64 {}
impl Redact for bool {}
impl Redact for Decimal {}
impl Redact for Timestamp {}

impl<T> Redact for Option<T> {
    fn redact(&self) -> Redacted {
        match self {
            Some(_) => Redacted::Some,
            None => Redacted::None,
        }
    }
}

impl<T> Redact for Vec<T> {
    fn redact(&self) -> Redacted {
        Redacted::List(self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_presence_is_shown() {
        let shown = |value: &dyn Redact| format!("{:?}", Redacted::of(value));
        assert_eq!(shown(&"4242".to_owned()), "<redacted>");
        assert_eq!(shown(&Some("4242")), "Some(<redacted>)");
        assert_eq!(shown(&None::<String>), "None");
        assert_eq!(shown(&vec!["4242", "4343"]), "[<2 redacted>]");
    }
}
