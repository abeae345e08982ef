//! Amounts in JSON: whole amounts are integers, as V1 writes KRW.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;

/// Reads a number, or a string with a number.
pub fn read(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => {
            let text = number.to_string();
            text.parse().ok().or_else(|| Decimal::from_scientific(&text).ok())
        }
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Returns `true` unless an amount in won has a fraction.
pub fn is_exact(value: &Value, currency: &str) -> bool {
    currency != "KRW" || read(value).is_none_or(|amount| amount.is_integer())
}

/// Writes an amount as a JSON number.
pub fn write(amount: Decimal) -> Value {
    let amount = amount.normalize();
    match amount.to_i64() {
        Some(whole) if amount.is_integer() => whole.into(),
        _ => amount.to_f64().map_or(Value::Null, Value::from),
    }
}

/// Returns the VAT included in a price: one eleventh, in whole won.
pub fn vat(price: Decimal) -> Decimal {
    (price / Decimal::from(11)).round()
}
