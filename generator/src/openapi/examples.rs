//! Examples of requests and responses.

use serde_json::{Map, Value, json};

use crate::json_object::Object;
use crate::model::{Api, Field, TypeId, TypeRef};
use crate::samples;

/// A request with its required parameters, and one with all parameters. Of alternatives, the first is
/// required.
pub fn requests(api: &Api, members: &[&Field], one_of: &[Vec<String>]) -> Object {
    let (required, full) = (samples::required(api, members, one_of), samples::full(api, members));
    let minimal = (!required.is_empty() && required.len() < full.len())
        .then(|| example("The required parameters.", required));
    Object::new().maybe("required", minimal).with("full", example("All parameters.", full))
}

fn example(summary: &str, value: Map<String, Value>) -> Object {
    Object::new().with("summary", summary).with("value", value)
}

/// The envelope of a success.
pub fn answer(api: &Api, returns: Option<TypeRef>) -> Object {
    let response = returns.map(|ty| samples::response(api, ty)).unwrap_or_default();
    Object::new().with("code", 0).with("message", Value::Null).with("response", response)
}

/// The envelope of a refusal.
pub fn refused() -> Value {
    json!({ "code": 1, "message": "거절 사유", "response": null })
}

/// The envelope of a refusal by one operation.
pub fn refusal(api: &Api, error: Option<TypeId>) -> Value {
    let mut envelope = refused();
    if let Some(id) = error {
        envelope["error"] = samples::error(api, id);
    }
    envelope
}
