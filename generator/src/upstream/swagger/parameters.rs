//! Parameters of an operation: of its path, its query and its body.

use serde_json::Value;

use super::fields::{field, members};
use super::json::{list, text};
use super::schemas::Schemas;
use super::values::{reference, supported};
use crate::upstream::facts::{FieldFacts, FieldMap, OTHERS};

/// By place and name. Those that all methods of a path share come first.
pub fn parameters(schemas: &Schemas<'_>, method: &str, item: &Value, own: &Value) -> FieldMap {
    let mut parameters = FieldMap::new();
    let all_gateways = supported(own);
    let all = list(item, "parameters").iter().chain(list(own, "parameters"));
    for (place, parameter) in all.enumerate() {
        let parameter = schemas.shared(parameter);
        if let Some(record) = record(schemas, parameter) {
            let members = members(schemas, record).into_iter();
            parameters.extend(members.map(|(name, field)| (format!("body.{name}"), field)));
            continue;
        }
        let (name, mut field) = single(schemas, method, parameter, place);
        // What the whole operation does not support, no parameter need.
        field.gateways.retain(|gateway, rule| {
            let elsewhere = !all_gateways.is_empty() && !all_gateways.contains(gateway);
            gateway == OTHERS || rule != "unsupported" || !elsewhere
        });
        parameters.insert(name, field);
    }
    parameters
}

fn single(
    schemas: &Schemas<'_>,
    method: &str,
    parameter: &Value,
    place: usize,
) -> (String, FieldFacts) {
    let inside = match text(parameter, "in") {
        // A GET has no form: the parameter is in the query.
        "formData" if method == "get" => "query",
        "formData" => "body",
        other => other,
    };
    let required = parameter.get("required") == Some(&Value::Bool(true));
    let mut field = field(schemas, parameter, required, place);
    let written = text(parameter, "name");
    // On the wire, every list of a query has the brackets.
    let name = if inside == "query" { written.trim_end_matches("[]") } else { written };
    if name != written {
        field.constraints.insert("name".to_owned(), written.to_owned());
    }
    (format!("{inside}.{name}"), field)
}

/// The record that a parameter is when it is the whole body.
fn record<'v>(schemas: &Schemas<'v>, parameter: &'v Value) -> Option<&'v Value> {
    let schema = parameter.get("schema").filter(|_| text(parameter, "in") == "body")?;
    let record = schemas.named(schema);
    let is_record = record.get("properties").is_some() || record.get("allOf").is_some();
    (is_record || (reference(schema).is_some() && !std::ptr::eq(record, schema))).then_some(record)
}
