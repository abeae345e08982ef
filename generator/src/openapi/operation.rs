//! One operation.

use serde_json::{Value, json};

use super::{body, code_samples, extensions, operation_id, parameters, prose, responses, titles};
use crate::json_object::Object;
use crate::model::{Api, Operation, Section};

/// Names, texts, parameters, body, responses and extensions.
pub fn of(api: &Api, section: &Section, operation: &Operation) -> Object {
    Object::new()
        .with("operationId", operation_id::of(&format!("{}.{}", section.name, operation.name)))
        .with("tags", json!([section.name]))
        .with("summary", titles::of(&operation.request))
        .with("description", prose::operation(operation))
        .with("x-portone-title", operation.title.as_str())
        .with("externalDocs", json!({ "url": operation.page }))
        .flag("deprecated", operation.undocumented_since.is_some())
        .maybe("security", (!operation.authorized).then(|| Value::Array(Vec::new())))
        .list("parameters", parameters::of(api, operation))
        .maybe("requestBody", body::request_body(api, operation))
        .with("responses", responses::of(api, operation))
        .and(extensions::operation(api, operation))
        .list("x-codeSamples", code_samples::of(api, section, operation))
}
