//! Constraints on single values: maximum length and range.

use rust_decimal::Decimal;

use crate::json::Value;
use crate::operation::Parameter;

/// The problem with the length or the range of a value, without the value itself.
pub(super) fn problem(parameter: &Parameter, value: &Value) -> Option<String> {
    match value {
        Value::String(text) => too_long(parameter.max_length?, text),
        Value::Number(text) => out_of_range(parameter, text),
        _ => None,
    }
}

/// Counts characters, as the docs do: a Korean letter is one, and three bytes.
fn too_long(max_length: u32, text: &str) -> Option<String> {
    let length = text.chars().count();
    let fits = u32::try_from(length).is_ok_and(|length| length <= max_length);
    (!fits).then(|| format!("is {length} characters long; the maximum is {max_length}"))
}

fn out_of_range(parameter: &Parameter, text: &str) -> Option<String> {
    let number: Decimal = text.parse().ok()?;
    match (parameter.minimum, parameter.maximum) {
        (Some(minimum), _) if number < minimum.into() => {
            Some(format!("is too small; the minimum is {minimum}"))
        }
        (_, Some(maximum)) if number > maximum.into() => {
            Some(format!("is too large; the maximum is {maximum}"))
        }
        _ => None,
    }
}
