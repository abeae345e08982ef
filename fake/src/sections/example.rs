//! The response of an operation without a handler.

use serde_json::{Map, Value};

/// Returns the documented example, with the values of equally named parameters.
pub fn with_values(mut response: Value, values: &Map<String, Value>) -> Value {
    for (name, value) in response.as_object_mut().into_iter().flatten() {
        if let Some(sent) = values.get(name) {
            *value = sent.clone();
        }
    }
    response
}
