//! Amounts in JSON: whole ones are integers, as V1 writes won.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;

/// A number, or digits in a string.
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

/// As it goes over the wire.
pub fn write(amount: Decimal) -> Value {
    let amount = amount.normalize();
    match amount.to_i64() {
        Some(whole) if amount.is_integer() => whole.into(),
        _ => amount.to_f64().map_or(Value::Null, Value::from),
    }
}

/// The VAT in a price that includes it: one eleventh, in whole won.
pub fn vat(price: Decimal) -> Decimal {
    (price / Decimal::from(11)).round()
}
