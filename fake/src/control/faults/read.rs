//! Faults as a command describes them.

use std::time::Duration;

use serde_json::{Map, Value};

use crate::control::{flag, number, optional, optional_number, text};
use crate::faults::{Fault, Faults};
use crate::refusal::Refusal;

/// What an error's status is unless it is given.
const STATUS: u64 = 500;

/// What faults are called.
const KINDS: [&str; 11] = [
    "latency",
    "reset_before",
    "reset_after",
    "truncated",
    "garbage",
    "status",
    "status_after",
    "too_many_requests",
    "unauthorized",
    "refusal",
    "partial",
];

/// With a seed and a probability.
///
/// # Errors
/// 400 when a value is missing or wrong.
pub fn by_chance(values: &Map<String, Value>) -> Result<Faults, Refusal> {
    let given = values.get("probability").ok_or_else(|| Refusal::missing("probability"))?;
    let digits = || given.as_str()?.parse().ok();
    let probability = given.as_f64().or_else(digits);
    let probability = probability.ok_or_else(|| Refusal::invalid("probability is no number"))?;
    let mut faults = Faults::seeded(number(values, "seed")?, probability);
    if let Some(operation) = optional(values, "operation") {
        faults = faults.on(operation);
    }
    match values.get("kinds").and_then(Value::as_array) {
        None => Ok(faults),
        Some(kinds) => {
            let kinds = kinds.iter().map(|name| kind(name.as_str().unwrap_or_default(), values));
            Ok(faults.of(kinds.collect::<Result<Vec<_>, _>>()?))
        }
    }
}

/// Of a kind, for some operations, some times.
///
/// # Errors
/// 400 when a value is missing or wrong.
pub fn by_rule(values: &Map<String, Value>) -> Result<Fault, Refusal> {
    let mut fault = kind(text(values, "fault")?, values)?;
    if let Some(operation) = optional(values, "operation") {
        fault = fault.on(operation);
    }
    if let Some(requests) = optional_number(values, "skip")? {
        fault = fault.skip(requests);
    }
    if let Some(times) = optional_number(values, "times")? {
        fault = fault.times(times);
    }
    Ok(if flag(values, "always")? { fault.always() } else { fault })
}

/// A fault by its name, with the values that it needs.
fn kind(name: &str, values: &Map<String, Value>) -> Result<Fault, Refusal> {
    let status = || {
        let status = optional_number(values, "status")?.unwrap_or(STATUS);
        u16::try_from(status).map_err(|_| Refusal::invalid(format!("{status} is no status")))
    };
    let fault = match name {
        "latency" => Fault::latency(Duration::ZERO),
        "reset_before" => Fault::reset_before(),
        "reset_after" => Fault::reset_after(),
        "truncated" => Fault::truncated(),
        "garbage" => Fault::garbage(),
        "status" => Fault::status(status()?),
        "status_after" => Fault::status_after(status()?),
        "too_many_requests" => {
            Fault::too_many_requests(optional_number(values, "retry_after")?.unwrap_or(1))
        }
        "unauthorized" => Fault::unauthorized(),
        "refusal" => refusal(values)?,
        "partial" => Fault::partial(),
        other => {
            let known = KINDS.join(", ");
            return Err(Refusal::invalid(format!(
                "no fault is called {other}: it is one of {known}"
            )));
        }
    };
    let delay = optional_number(values, "milliseconds")?.unwrap_or_default();
    Ok(fault.late(Duration::from_millis(delay)))
}

fn refusal(values: &Map<String, Value>) -> Result<Fault, Refusal> {
    let code = match values.get("code") {
        None => 1,
        Some(code) => {
            let digits = || code.as_str()?.parse().ok();
            let code = code.as_i64().or_else(digits);
            code.ok_or_else(|| Refusal::invalid("code is no number"))?
        }
    };
    let message = optional(values, "message").unwrap_or_else(|| "refused on demand".to_owned());
    Ok(Fault::refusal(code, message))
}
