//! Values of commands, from the query or the body.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::money;

/// Returns a string.
///
/// # Errors
/// 400 when it is missing.
pub fn text<'v>(values: &'v Map<String, Value>, name: &str) -> Result<&'v str, ApiError> {
    values.get(name).and_then(Value::as_str).ok_or_else(|| ApiError::missing_parameter(name))
}

/// Returns a string that may be omitted.
pub fn optional(values: &Map<String, Value>, name: &str) -> Option<String> {
    values.get(name)?.as_str().map(str::to_owned)
}

/// Returns a non-negative integer, given as a number or as digits.
///
/// # Errors
/// 400 when it is missing or invalid.
pub fn number(values: &Map<String, Value>, name: &str) -> Result<u64, ApiError> {
    let value = values.get(name).ok_or_else(|| ApiError::missing_parameter(name))?;
    let digits = || value.as_str()?.parse().ok();
    let invalid = || ApiError::bad_request(format!("{name} must be a non-negative integer"));
    value.as_u64().or_else(digits).ok_or_else(invalid)
}

/// Returns a non-negative integer that may be omitted.
///
/// # Errors
/// 400 when it is invalid.
pub fn optional_number(values: &Map<String, Value>, name: &str) -> Result<Option<u64>, ApiError> {
    values.get(name).map(|_| number(values, name)).transpose()
}

/// Returns an amount.
///
/// # Errors
/// 400 when it is missing.
pub fn amount(values: &Map<String, Value>, name: &str) -> Result<Decimal, ApiError> {
    values.get(name).and_then(money::read).ok_or_else(|| ApiError::missing_parameter(name))
}

/// Returns a boolean, `false` if it is omitted.
///
/// # Errors
/// 400 when it is neither `true` nor `false`.
pub fn flag(values: &Map<String, Value>, name: &str) -> Result<bool, ApiError> {
    match values.get(name) {
        None | Some(Value::Null | Value::Bool(false)) => Ok(false),
        Some(Value::Bool(true)) => Ok(true),
        Some(Value::String(text)) if text == "true" => Ok(true),
        Some(Value::String(text)) if text == "false" => Ok(false),
        Some(_) => Err(ApiError::bad_request(format!("{name} must be true or false"))),
    }
}
