//! Answers: the envelope, and the documented statuses.

use serde_json::{Value, json};

use super::{examples, types};
use crate::json_object::Object;
use crate::model::{Api, Item, Operation, TypeRef};

/// The name of the error envelope under `components`. Generators write types of their own that are called `ApiError`.
pub const ERROR_RESPONSE: &str = "ErrorResponse";

/// The responses of an operation.
pub fn of(api: &Api, operation: &Operation) -> Object {
    let documented = operation.errors.iter();
    let documented = documented.map(|(status, text)| (status.to_string(), refused(text)));
    Object::new()
        .with("200", answered(api, operation))
        .and(documented.collect())
        .with("default", json!({ "$ref": format!("#/components/responses/{ERROR_RESPONSE}") }))
}

fn answered(api: &Api, operation: &Operation) -> Object {
    let examples = examples::responses(api, operation.returns, operation.error);
    let media = Object::new().with("schema", envelope(api, operation)).with("examples", examples);
    Object::new()
        .with("description", "Done when `code` is 0; else refused, and `message` says why.")
        .with("content", Object::new().with("application/json", media))
}

fn envelope(api: &Api, operation: &Operation) -> Object {
    let or_null = |ty| types::or_null(types::of(api, ty));
    let error = operation.error.map(|id| or_null(TypeRef { item: Item::Named(id), list: false }));
    let members = Object::new()
        .with("code", code())
        .with("message", message())
        .with("response", operation.returns.map(or_null).unwrap_or_default())
        .maybe("error", error);
    Object::new()
        .with("type", "object")
        .with("required", json!(["code"]))
        .with("properties", members)
}

fn refused(description: &str) -> Object {
    let media = Object::new()
        .with("schema", types::reference(ERROR_RESPONSE))
        .with("examples", examples::refused());
    Object::new()
        .with("description", description)
        .with("content", Object::new().with("application/json", media))
}

/// Every status that the docs do not list.
pub fn any_other() -> Object {
    refused("Any other status: not done. A proxy on the way may answer without the envelope.")
}

/// The envelope of an error.
pub fn error_response() -> Value {
    json!({
        "description": "The envelope of an error: a status outside 2xx, or a `code` other than 0.",
        "type": "object",
        "required": ["code"],
        "properties": {
            "code": code(),
            "message": message(),
            "response": { "description": "Null or missing." },
        },
    })
}

fn code() -> Value {
    json!({ "type": "integer", "description": "0 when it was done; any other number is a refusal." })
}

fn message() -> Value {
    json!({
        "type": ["string", "null"],
        "description": "Why it was refused, in Korean; null when it was done.",
    })
}
