//! Bodies: JSON is taken wherever the docs say form.

use serde_json::{Map, Value};

use super::query;
use crate::refusal::Refusal;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// The values by name.
pub fn read(content_type: Option<&str>, body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    if body.is_empty() {
        return Ok(Map::new());
    }
    match content_type.map(essence).as_deref() {
        Some(JSON) => json(body),
        Some(FORM) => query::read(body),
        Some(other) => Err(Refusal::invalid(format!("a body of {other} is not understood"))),
        None => Err(Refusal::invalid("a body without Content-Type is not understood")),
    }
}

/// `Application/JSON; charset=utf-8` → `application/json`
fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn json(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(values)) => Ok(values),
        // How a PHP program writes an object with nothing in it.
        Ok(Value::Array(values)) if values.is_empty() => Ok(Map::new()),
        Ok(_) => Err(Refusal::invalid("the body is JSON, but no object")),
        Err(error) => Err(Refusal::invalid(format!("the body is not JSON: {error}"))),
    }
}
