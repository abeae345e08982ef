//! Parsing of bodies: JSON is accepted wherever the docs say form.

use serde_json::{Map, Value};

use super::query;
use crate::api_error::ApiError;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// Parses a body into values by name.
pub fn read(content_type: Option<&str>, body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    if body.is_empty() {
        return Ok(Map::new());
    }
    match content_type.map(essence).as_deref() {
        Some(JSON) => json(body),
        Some(FORM) => query::read(body),
        Some(other) => Err(ApiError::bad_request(format!(
            "unsupported Content-Type {other}; expected {JSON} or {FORM}"
        ))),
        None => {
            Err(ApiError::bad_request(format!("missing Content-Type; expected {JSON} or {FORM}")))
        }
    }
}

/// `Application/JSON; charset=utf-8` → `application/json`
fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn json(body: &[u8]) -> Result<Map<String, Value>, ApiError> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(values)) => Ok(values),
        // PHP's `json_encode` writes an empty object as `[]`.
        Ok(Value::Array(values)) if values.is_empty() => Ok(Map::new()),
        Ok(_) => Err(ApiError::bad_request("the body is not a JSON object")),
        Err(error) => Err(ApiError::bad_request(format!("the body is not valid JSON: {error}"))),
    }
}
