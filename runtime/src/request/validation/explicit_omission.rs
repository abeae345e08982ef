//! Explicit omission: values that the server treats as omitted, where omission can be destructive.

use rust_decimal::Decimal;

use crate::json::Value;

/// The problem with sending this value for such a parameter. Empty lists are rejected everywhere.
pub(super) fn problem(value: &Value) -> Option<&'static str> {
    let text = value.scalar_text()?;
    // PHP servers trim a text before they test whether it is empty.
    if text.trim().is_empty() {
        return Some("is empty, which the server treats as omitted; omit it to mean that");
    }
    let number: Decimal = text.parse().ok()?;
    if number.is_zero() {
        return Some("is zero, which the server treats as omitted; omit it to mean that");
    }
    let negative = matches!(value, Value::Number(_)) && number.is_sign_negative();
    negative.then_some("is negative")
}
