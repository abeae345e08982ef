//! Result of an operation, and the envelope that carries it.

use serde_json::{Value, json};

use crate::api_error::ApiError;

/// Result of an operation.
pub type OperationResult = Result<Success, ApiError>;

/// Successful result, perhaps partial.
#[derive(Clone, Debug, PartialEq)]
pub struct Success {
    /// The envelope's `response`.
    pub response: Value,
    /// The failed items of a list; if there are any, the HTTP status is 207.
    pub failed: Vec<Value>,
}

impl Success {
    /// Creates a complete success.
    pub fn new(response: impl Into<Value>) -> Self {
        Self { response: response.into(), failed: Vec::new() }
    }

    /// Creates a partial success from the succeeded and the failed items.
    pub fn partial(succeeded: Vec<Value>, failed: Vec<Value>) -> Self {
        Self { response: succeeded.into(), failed }
    }
}

/// Returns the HTTP status and the body.
pub fn envelope(result: &OperationResult) -> (u16, Value) {
    match result {
        Ok(Success { response, failed }) if failed.is_empty() => {
            (200, json!({ "code": 0, "message": null, "response": response }))
        }
        Ok(Success { response, failed }) => {
            (207, json!({ "code": 0, "message": null, "response": response, "failed": failed }))
        }
        Err(error) => (error.status, error_body(error)),
    }
}

fn error_body(error: &ApiError) -> Value {
    let ApiError { code, message, error, .. } = error;
    let mut body = json!({ "code": code, "message": message, "response": null });
    if let Some(error) = error {
        body["error"] = error.clone();
    }
    body
}
