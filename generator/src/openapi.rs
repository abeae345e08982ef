//! Model → OpenAPI 3.1: the schema for everyone else's tools. Reads [`Api`] only; nothing in here
//! can fail, and the keys stand in the order in which a reader wants them.

mod body;
mod components;
mod document;
mod enumeration;
mod examples;
mod extensions;
mod field;
mod info;
mod older;
mod operation;
mod operation_id;
mod parameters;
mod paths;
mod prose;
mod responses;
mod samples;
mod types;

use serde_json::Value;

use crate::json_object;
use crate::model::{Api, TypeRef};

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

/// An example of a response of this type.
pub fn example(api: &Api, returns: TypeRef) -> Value {
    examples::response(api, returns)
}
