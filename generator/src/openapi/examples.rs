//! Examples of requests and responses. Those of responses are under `components`, one for each type, so that a
//! field more in a type that many operations return changes few lines.

use serde_json::{Value, json};

use crate::json_object::Object;
use crate::model::{Api, Field, Item, TypeId, TypeRef};
use crate::samples;

/// The name of the example of an error without a record. Types have names in upper camel case.
const REFUSED: &str = "refused";
/// The name of the example of a success without content.
const DONE: &str = "done";

/// A request with its required parameters, and one with all parameters. Of alternatives, the first is
/// required.
pub fn requests(api: &Api, members: &[&Field], one_of: &[Vec<String>]) -> Object {
    let (required, full) = (samples::required(api, members, one_of), samples::full(api, members));
    let minimal = (!required.is_empty() && required.len() < full.len())
        .then(|| example("The required parameters.", required));
    Object::new().maybe("required", minimal).with("full", example("All parameters.", full))
}

/// References to the examples of a response with status 200.
pub fn responses(api: &Api, returns: Option<TypeRef>, error: Option<TypeId>) -> Object {
    Object::new()
        .with("done", reference(&success_name(api, returns)))
        .with("refused", reference(&refusal_name(api, error)))
}

/// A reference to the example of an error.
pub fn refused() -> Object {
    Object::new().with("refused", reference(REFUSED))
}

/// The examples of all responses, by name.
pub fn components(api: &Api) -> Object {
    let successes = api.operations().map(|operation| {
        let envelope = success(api, operation.returns);
        (success_name(api, operation.returns), example("A success.", envelope))
    });
    let errors = api.operations().map(|operation| operation.error);
    // Statuses refer to the one without a record.
    let refusals = errors
        .chain([None])
        .map(|error| (refusal_name(api, error), example("An error.", refusal(api, error))));
    successes.chain(refusals).collect()
}

fn example(summary: &str, value: impl Into<Value>) -> Object {
    Object::new().with("summary", summary).with("value", value)
}

fn reference(name: &str) -> Object {
    Object::new().with("$ref", format!("#/components/examples/{name}"))
}

fn success_name(api: &Api, returns: Option<TypeRef>) -> String {
    let Some(ty) = returns else { return DONE.to_owned() };
    let item = match ty.item {
        Item::Named(id) => &api.ty(id).name,
        Item::String => "string",
        Item::Integer => "integer",
        Item::Boolean => "boolean",
        Item::Amount => "amount",
        Item::Timestamp => "timestamp",
    };
    if ty.list { format!("{item}.list") } else { item.to_owned() }
}

fn refusal_name(api: &Api, error: Option<TypeId>) -> String {
    error.map_or_else(|| REFUSED.to_owned(), |id| format!("{}.{REFUSED}", api.ty(id).name))
}

fn success(api: &Api, returns: Option<TypeRef>) -> Object {
    let response = returns.map(|ty| samples::response(api, ty)).unwrap_or_default();
    Object::new().with("code", 0).with("message", Value::Null).with("response", response)
}

fn refusal(api: &Api, error: Option<TypeId>) -> Value {
    let mut envelope = json!({ "code": 1, "message": "거절 사유", "response": null });
    if let Some(id) = error {
        envelope["error"] = samples::error(api, id);
    }
    envelope
}
