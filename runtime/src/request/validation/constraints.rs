//! Lengths and ranges.

use crate::json::Value;
use crate::operation::Parameter;
use rust_decimal::Decimal;

/// What is wrong with the length or the size of a single value; the value is not repeated.
pub(crate) fn problem(parameter: &Parameter, value: &Value) -> Option<String> {
    match value {
        Value::String(text) => too_long(parameter.max?, text),
        Value::Number(text) => out_of_range(parameter, text),
        _ => None,
    }
}

/// Characters, as in the docs: a Korean letter is one of them and three bytes.
fn too_long(max: u32, text: &str) -> Option<String> {
    let length = text.chars().count();
    let fits = u32::try_from(length).is_ok_and(|length| length <= max);
    (!fits).then(|| format!("has {length} characters; {max} are the most"))
}

fn out_of_range(parameter: &Parameter, text: &str) -> Option<String> {
    let number: Decimal = text.parse().ok()?;
    match (parameter.minimum, parameter.maximum) {
        (Some(minimum), _) if number < minimum.into() => {
            Some(format!("is too small; {minimum} is the least"))
        }
        (_, Some(maximum)) if number > maximum.into() => {
            Some(format!("is too large; {maximum} is the most"))
        }
        _ => None,
    }
}
