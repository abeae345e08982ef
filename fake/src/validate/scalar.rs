//! Conversion and validation of strings, numbers and booleans.

use rust_decimal::Decimal;
use serde_json::{Number, Value};

use crate::contract::FieldSpec;
use crate::money;

/// Maximum integer, the last second of the year 9999, so that sums of times never overflow.
const MAX_INTEGER: i64 = 253_402_300_799;

/// Converts a value to the field's type and checks its limits.
///
/// # Errors
/// Returns the problem.
pub fn scalar(field: &FieldSpec, value: &Value) -> Result<Value, String> {
    match field.ty.as_str() {
        "string" => string(field, text(value).ok_or("must be a string")?),
        "boolean" => boolean(value).map(Value::from).ok_or_else(|| "must be true or false".into()),
        "amount" => amount(value),
        _ => integer(value).ok_or_else(|| "must be an integer".into()).and_then(|number| {
            check_range(field, number)?;
            Ok(number.into())
        }),
    }
}

/// Returns a string, or the digits of a number.
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn string(field: &FieldSpec, text: String) -> Result<Value, String> {
    let length = text.chars().count();
    match field.max_length {
        Some(max) if length > max => {
            Err(format!("is {length} characters long; the maximum is {max}"))
        }
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

/// Converts a number such as 1700000000.0, which some programs write for seconds.
fn whole(number: &Number) -> Option<i64> {
    use rust_decimal::prelude::ToPrimitive;
    let decimal = money::read(&Value::Number(number.clone()))?;
    decimal.is_integer().then(|| decimal.to_i64()).flatten()
}

fn check_range(field: &FieldSpec, number: i64) -> Result<(), String> {
    match (field.minimum, field.maximum) {
        _ if number.saturating_abs() > MAX_INTEGER => {
            Err(format!("is {number}; the absolute value must not exceed {MAX_INTEGER}"))
        }
        (Some(min), _) if number < min => Err(format!("is {number}; the minimum is {min}")),
        (_, Some(max)) if number > max => Err(format!("is {number}; the maximum is {max}")),
        _ => Ok(()),
    }
}

fn amount(value: &Value) -> Result<Value, String> {
    let amount = money::read(value).ok_or("must be an amount")?;
    if amount.is_sign_negative() && !amount.is_zero() {
        return Err(format!("is {amount}; the minimum is 0"));
    }
    if amount > Decimal::from(i64::MAX) {
        return Err(format!("is {amount}; the maximum is {}", i64::MAX));
    }
    Ok(money::write(amount))
}
