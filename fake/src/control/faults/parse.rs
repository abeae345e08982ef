//! Parsing of faults from a command's values.

use std::time::Duration;

use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::control::arguments::{flag, number, optional, optional_number, text};
use crate::faults::{Fault, RandomFaults};

/// Default status of an error.
const STATUS: u64 = 500;

/// Names of the faults.
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
    "api_error",
    "partial",
];

/// Parses random faults.
///
/// # Errors
/// 400 when a value is missing or invalid.
pub fn random_faults(values: &Map<String, Value>) -> Result<RandomFaults, ApiError> {
    let given =
        values.get("probability").ok_or_else(|| ApiError::missing_parameter("probability"))?;
    let digits = || given.as_str()?.parse().ok();
    let probability = given.as_f64().or_else(digits);
    let probability =
        probability.ok_or_else(|| ApiError::bad_request("probability must be a number"))?;
    let mut faults = RandomFaults::seeded(number(values, "seed")?, probability);
    if let Some(operation) = optional(values, "operation") {
        faults = faults.on(operation);
    }
    match values.get("kinds").and_then(Value::as_array) {
        None => Ok(faults),
        Some(kinds) => {
            let kinds = kinds.iter().map(|name| kind(name.as_str().unwrap_or_default(), values));
            Ok(faults.only(kinds.collect::<Result<Vec<_>, _>>()?))
        }
    }
}

/// Parses a fault.
///
/// # Errors
/// 400 when a value is missing or invalid.
pub fn fault(values: &Map<String, Value>) -> Result<Fault, ApiError> {
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

/// Parses a fault of this kind, without its scope.
fn kind(name: &str, values: &Map<String, Value>) -> Result<Fault, ApiError> {
    let status = || {
        let status = optional_number(values, "status")?.unwrap_or(STATUS);
        u16::try_from(status).map_err(|_| {
            ApiError::bad_request(format!("status must be between 400 and 599, but is {status}"))
        })
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
        "api_error" => api_error(values)?,
        "partial" => Fault::partial(),
        other => {
            let known = KINDS.join(", ");
            return Err(ApiError::bad_request(format!(
                "unknown fault {other}; expected one of {known}"
            )));
        }
    };
    let delay = optional_number(values, "milliseconds")?.unwrap_or_default();
    Ok(fault.delayed_by(Duration::from_millis(delay)))
}

fn api_error(values: &Map<String, Value>) -> Result<Fault, ApiError> {
    let code = match values.get("code") {
        None => 1,
        Some(code) => {
            let digits = || code.as_str()?.parse().ok();
            let code = code.as_i64().or_else(digits);
            code.ok_or_else(|| ApiError::bad_request("code must be an integer"))?
        }
    };
    let message = optional(values, "message").unwrap_or_else(|| "injected error".to_owned());
    Ok(Fault::api_error(code, message))
}
