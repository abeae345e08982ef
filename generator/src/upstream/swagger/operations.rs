//! Operations of a document.

use std::collections::BTreeMap;

use serde_json::Value;

use super::json::{squeeze, text};
use super::parameters::parameters;
use super::responses::responses;
use super::schemas::Schemas;
use super::settings;
use super::values::supported;
use crate::upstream::facts::OperationFacts;
use crate::upstream::prose::Prose;

/// All methods of a path, including those that the schema language lacks, so that none is overlooked.
const METHODS: [&str; 7] = ["get", "post", "put", "delete", "patch", "head", "options"];

/// All operations, by route.
pub fn operations(schemas: &Schemas<'_>, paths: &Value) -> BTreeMap<String, OperationFacts> {
    let mut operations = BTreeMap::new();
    for (path, item) in paths.as_object().into_iter().flatten() {
        for method in METHODS {
            if let Some(found) = item.get(method) {
                let route = format!("{} {path}", method.to_uppercase());
                operations.insert(route, operation(schemas, method, item, found));
            }
        }
    }
    operations
}

fn operation(schemas: &Schemas<'_>, method: &str, item: &Value, own: &Value) -> OperationFacts {
    OperationFacts {
        title: squeeze(text(own, "summary")),
        page: text(own, "x-portone-category").to_owned(),
        docs_id: Some(text(own, "operationId").to_owned()).filter(|id| !id.is_empty()),
        gateways: supported(own),
        transport: settings::of_operation(own),
        deprecated: own.get("deprecated") == Some(&Value::Bool(true)),
        parameters: parameters(schemas, method, item, own),
        responses: responses(schemas, own),
        undocumented_since: None,
        prose: Prose::of(own),
        link: String::new(),
    }
}
