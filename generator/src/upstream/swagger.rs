//! PortOne's own description, Swagger 2.0 as JSON or YAML, with its defects, as facts.

mod fields;
mod hidden;
mod json;
mod operations;
mod parameters;
mod responses;
mod schemas;
mod settings;
mod strict_json;
mod types;
mod values;

use serde_json::Value;

use super::facts::Facts;
use operations::operations;
use schemas::Schemas;
use types::types;

/// A document that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The facts in it.
    pub facts: Facts,
    /// The number of nodes that upstream's own site does not show, and that are left out.
    pub hidden: usize,
}

/// Reads a document: the raw one, or the one of upstream's own site, which lacks the hidden nodes.
///
/// # Errors
/// Fails if the text is not a Swagger 2.0 document or documents no operation; the message is one sentence.
pub fn read(text: &str) -> Result<Document, String> {
    let mut document = parse(text)?;
    if document.get("swagger").and_then(Value::as_str) != Some("2.0") {
        return Err("this is not a Swagger 2.0 document: it has no `swagger: \"2.0\"`".to_owned());
    }
    if !document.get("paths").is_some_and(Value::is_object) {
        return Err("the document has no `paths`".to_owned());
    }
    let hidden = hidden::remove(&mut document);
    let schemas = Schemas::of(&document);
    let facts = Facts {
        transport: settings::of_document(&document),
        operations: operations(&schemas, &document["paths"]),
        types: types(&schemas, &document["paths"]),
    };
    if facts.operations.is_empty() {
        return Err("the document has no operations under `paths`".to_owned());
    }
    Ok(Document { facts, hidden })
}

/// JSON is nearly YAML, but for characters that are escaped in pairs.
fn parse(text: &str) -> Result<Value, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        let json = strict_json::parse(text);
        return json.or_else(|error| crate::syntax::yaml::json(text).map_err(|_| error));
    }
    crate::syntax::yaml::json(text)
}
