//! Model → OpenAPI 3.1: the schema for other tools. Reads [`Api`] only and cannot fail.

mod alternatives;
mod body;
mod code_samples;
mod components;
mod document;
mod enumeration;
mod examples;
mod extensions;
mod field;
mod gateway_codes;
mod info;
mod older;
mod operation;
mod operation_id;
mod parameters;
mod paths;
mod prose;
mod responses;
mod titles;
mod types;

use serde_json::Value;

use crate::json_object;
use crate::model::Api;

/// The whole API as an OpenAPI document.
pub fn document(api: &Api) -> Value {
    document::of(api)
}

/// The same document for tools that read nothing newer than OpenAPI 3.0.
pub fn document_3_0(api: &Api) -> Value {
    let mut document = document(api);
    older::downgrade(&mut document);
    document
}

/// The document as JSON text with a final newline.
pub fn json(api: &Api) -> String {
    json_object::text(&document(api))
}
