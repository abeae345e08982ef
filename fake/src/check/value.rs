//! Values, and the types that the schema gives them.

use rust_decimal::Decimal;
use serde_json::{Map, Number, Value};

use crate::contract::{Condition, Contract, Field, Shape};
use crate::money;

/// The last second of the year 9999: far from where sums overflow.
const MOST: i64 = 253_402_300_799;

/// Enumerations of which an unknown code is no mistake.
const FORGIVING: [&str; 3] = ["NaverCancelReason", "NaverReturnReason", "NaverWithholdReason"];

/// Reads the fields of a record, wherever each comes from. Problems are told by the whole path.
pub fn members<'v>(
    contract: &Contract,
    fields: &[Field],
    raw: impl Fn(&Field) -> Option<&'v Value>,
    above: &str,
    problems: &mut Vec<String>,
) -> Map<String, Value> {
    let mut values = Map::new();
    for field in fields {
        let path = format!("{above}{}", field.name);
        let value = raw(field).filter(|value| !is_nothing(field, value));
        match value.filter(|value| !counts_as_default(contract, field, value)) {
            Some(value) => match typed(contract, field, value, &path, problems) {
                Ok(value) => drop(values.insert(field.name.clone(), value)),
                Err(problem) => problems.push(format!("{path} {problem}")),
            },
            None if field.required => problems.push(format!("{path} is missing")),
            None => {}
        }
    }
    for field in fields.iter().filter(|field| !values.contains_key(&field.name)) {
        if field.when.iter().any(|condition| holds(condition, &values)) {
            problems.push(format!("{above}{} is missing", field.name));
        }
    }
    values
}

/// What the server takes as left out. To pay nothing is nothing, too.
fn is_nothing(field: &Field, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        _ => field.required && field.ty == "amount" && money::read(value) == Some(Decimal::ZERO),
    }
}

/// Whether it is a reason that Naver Pay does not know, for which it takes the default.
fn counts_as_default(contract: &Contract, field: &Field, value: &Value) -> bool {
    let forgiving = FORGIVING.contains(&field.ty.as_str());
    forgiving && !contract.codes(&field.ty).iter().any(|known| *value == known.code)
}

fn holds(condition: &Condition, values: &Map<String, Value>) -> bool {
    let value = values.get(&condition.name).and_then(text);
    value.is_some_and(|value| condition.codes.contains(&value))
}

fn typed(
    contract: &Contract,
    field: &Field,
    value: &Value,
    path: &str,
    problems: &mut Vec<String>,
) -> Result<Value, String> {
    if !field.list {
        return item(contract, field, value, path, problems);
    }
    let one = [value.clone()];
    // A list of one can be sent without its brackets.
    let values = value.as_array().map_or(one.as_slice(), Vec::as_slice);
    let read = values
        .iter()
        .enumerate()
        .map(|(index, value)| item(contract, field, value, &format!("{path}[{index}]"), problems));
    read.collect::<Result<Vec<_>, _>>().map(Value::from)
}

fn item(
    contract: &Contract,
    field: &Field,
    value: &Value,
    path: &str,
    problems: &mut Vec<String>,
) -> Result<Value, String> {
    match contract.types.get(&field.ty) {
        Some(shape) if !shape.codes.is_empty() => code(shape, value),
        Some(shape) => record(contract, shape, value, path, problems),
        None => plain(field, value),
    }
}

fn record(
    contract: &Contract,
    shape: &Shape,
    value: &Value,
    path: &str,
    problems: &mut Vec<String>,
) -> Result<Value, String> {
    let values = value.as_object().ok_or("is no object")?;
    let raw = |field: &Field| values.get(&field.name);
    Ok(members(contract, &shape.record, raw, &format!("{path}."), problems).into())
}

fn code(shape: &Shape, value: &Value) -> Result<Value, String> {
    let text = text(value).ok_or("is no code")?;
    if !shape.codes.iter().any(|known| known.code == text) {
        return Err(format!("is not one of the codes that it can be: {text}"));
    }
    match text.parse::<i64>() {
        Ok(number) if shape.integer => Ok(number.into()),
        _ => Ok(text.into()),
    }
}

fn plain(field: &Field, value: &Value) -> Result<Value, String> {
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

/// A number is as good as its digits.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn short(field: &Field, text: String) -> Result<Value, String> {
    let length = text.chars().count();
    match field.max {
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
