//! Texts, numbers and flags, by the types that the schema gives them.

use rust_decimal::Decimal;
use serde_json::{Number, Value};

use crate::contract::Field;
use crate::money;

/// The last second of the year 9999: far from where sums overflow.
const MOST: i64 = 253_402_300_799;

/// The value in its type, and within the field's limits.
///
/// # Errors
/// Says what is wrong with it.
pub fn plain(field: &Field, value: &Value) -> Result<Value, String> {
    match field.ty.as_str() {
        "string" => short(field, text(value).ok_or("is no text")?),
        "boolean" => boolean(value).map(Value::from).ok_or_else(|| "is not true or false".into()),
        "amount" => amount(value),
        _ => integer(value).ok_or_else(|| "is no whole number".into()).and_then(|number| {
            bounded(field, number)?;
            Ok(number.into())
        }),
    }
}

/// A text; a number is as good as its digits.
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn short(field: &Field, text: String) -> Result<Value, String> {
    let length = text.chars().count();
    match field.max_length {
        Some(max) if length > max => Err(format!("has {length} characters, and {max} are allowed")),
        _ => Ok(text.into()),
    }
}

fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(value) => Some(*value),
        Value::Number(number) => match number.as_i64()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
        Value::String(text) => match text.as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| whole(number)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Some programs write seconds as 1700000000.0.
fn whole(number: &Number) -> Option<i64> {
    use rust_decimal::prelude::ToPrimitive;
    let decimal = money::read(&Value::Number(number.clone()))?;
    decimal.is_integer().then(|| decimal.to_i64()).flatten()
}

fn bounded(field: &Field, number: i64) -> Result<(), String> {
    match (field.minimum, field.maximum) {
        _ if number.saturating_abs() > MOST => Err("is beyond all measure".into()),
        (Some(least), _) if number < least => Err(format!("is less than {least}")),
        (_, Some(most)) if number > most => Err(format!("is more than {most}")),
        _ => Ok(()),
    }
}

fn amount(value: &Value) -> Result<Value, String> {
    let amount = money::read(value).ok_or("is no amount")?;
    if amount.is_sign_negative() && !amount.is_zero() {
        return Err("is less than 0".into());
    }
    if amount > Decimal::from(i64::MAX) {
        return Err("is more than there is money".into());
    }
    Ok(money::write(amount))
}
