//! Request bodies: JSON objects. The docs also take forms, but do not say how a form carries
//! records, so JSON is all that is promised here.

use serde_json::Value;

use super::field::FieldUse;
use super::{examples, field, types};
use crate::json_object::Object;
use crate::model::{Api, Field, Operation, ParamLocation};

/// The body of a call, if it has one.
pub fn request_body(api: &Api, operation: &Operation) -> Option<Value> {
    let fields = fields(operation);
    let media = Object::new()
        .with("schema", types::reference(&operation.request))
        .with("examples", examples::requests(api, &fields, &operation.one_of));
    let body = Object::new()
        .flag("required", fields.iter().any(|field| field.required))
        .with("content", Object::new().with("application/json", media));
    (!fields.is_empty()).then(|| body.into())
}

/// The bodies as schemas under the names of the Rust request structs, so that code generators
/// have a name to give them.
pub fn schemas(api: &Api) -> impl Iterator<Item = (&str, Object)> {
    let operations = api.sections.iter().flat_map(|section| &section.operations);
    operations.filter(|operation| !fields(operation).is_empty()).map(|operation| {
        let fields = fields(operation);
        let schema = Object::new()
            .with("title", operation.title.as_str())
            .with("description", format!("The body of `{}`.", operation.route));
        let schema = schema.and(field::members(api, &fields, FieldUse::Body));
        (operation.request.as_str(), schema.list("allOf", alternatives(operation, &fields)))
    })
}

/// A schema for each group of members of which one is required.
fn alternatives(operation: &Operation, fields: &[&Field]) -> Vec<Object> {
    let in_body = |name: &String| fields.iter().any(|field| field.wire == *name);
    let groups = operation.one_of.iter().filter(|group| group.iter().all(in_body));
    let required = |name: &String| Object::new().list("required", [name.as_str()]);
    groups.map(|group| Object::new().list("anyOf", group.iter().map(required))).collect()
}

fn fields(operation: &Operation) -> Vec<&Field> {
    let body =
        operation.parameters.iter().filter(|parameter| parameter.location == ParamLocation::Body);
    body.map(|parameter| &parameter.field).collect()
}
