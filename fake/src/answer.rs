//! The envelope, with a success or a refusal in it.

use serde_json::{Value, json};

use crate::refusal::Refusal;

/// What became of a call.
pub type Answer = Result<Success, Refusal>;

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Success {
    /// The envelope's `response`.
    pub response: Value,
    /// Those of a list that failed: with any, the status is 207.
    pub failed: Vec<Value>,
}

impl Success {
    /// Everything was done.
    pub fn new(response: impl Into<Value>) -> Self {
        Self { response: response.into(), failed: Vec::new() }
    }

    /// Some of what was asked for was not done.
    pub fn in_part(done: Vec<Value>, failed: Vec<Value>) -> Self {
        Self { response: done.into(), failed }
    }
}

/// The status and the body.
pub fn envelope(answer: &Answer) -> (u16, Value) {
    match answer {
        Ok(Success { response, failed }) if failed.is_empty() => {
            (200, json!({ "code": 0, "message": null, "response": response }))
        }
        Ok(Success { response, failed }) => {
            (207, json!({ "code": 0, "message": null, "response": response, "failed": failed }))
        }
        Err(refusal) => (refusal.status, refused(refusal)),
    }
}

fn refused(refusal: &Refusal) -> Value {
    let Refusal { code, message, error, .. } = refusal;
    let mut body = json!({ "code": code, "message": message, "response": null });
    if let Some(error) = error {
        body["error"] = error.clone();
    }
    body
}
