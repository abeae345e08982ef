//! Values that the server takes as left out, where leaving out is a command.

use crate::json::Value;
use rust_decimal::Decimal;

/// Why this value cannot be sent for such a parameter. An empty list is refused everywhere.
pub(crate) fn problem(value: &Value) -> Option<&'static str> {
    let text = value.scalar_text()?;
    // Servers in PHP trim texts before they ask whether one is there.
    if text.trim().is_empty() {
        return Some("is empty, which the server takes as left out; leave it out to mean that");
    }
    let number: Decimal = text.parse().ok()?;
    if number.is_zero() {
        return Some("is zero, which the server takes as left out; leave it out to mean that");
    }
    let negative = matches!(value, Value::Number(_)) && number.is_sign_negative();
    negative.then_some("is negative")
}
