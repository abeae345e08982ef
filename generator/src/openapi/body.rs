//! Request bodies: JSON objects. The docs also take forms, but do not say how a form carries
//! records, so JSON is all that is promised here.

use serde_json::Value;

use super::field::FieldUse;
use super::{alternatives, examples, field, titles, types};
use crate::json_object::Object;
use crate::model::{Api, Field, Operation, ParamLocation};

/// The body of a call, if it has one.
pub fn request_body(api: &Api, operation: &Operation) -> Option<Value> {
    let fields = fields(operation);
    let media = Object::new()
        .with("schema", types::reference(&operation.request))
        .with("examples", examples::requests(api, &fields, &operation.one_of));
    let body = Object::new()
        .flag("required", is_required(operation, &fields))
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
            .with("title", titles::of(&operation.request))
            .with("description", format!("The body of `{}`.", operation.route));
        let schema = schema.and(field::members(api, &fields, FieldUse::Body));
        (
            operation.request.as_str(),
            schema.list("allOf", alternatives::of(api, operation, &fields)),
        )
    })
}

/// True if a request without a body lacks something.
fn is_required(operation: &Operation, fields: &[&Field]) -> bool {
    let is_alternative = alternatives::groups(operation, fields).next().is_some();
    is_alternative || fields.iter().any(|field| field.required)
}

fn fields(operation: &Operation) -> Vec<&Field> {
    let body =
        operation.parameters.iter().filter(|parameter| parameter.location == ParamLocation::Body);
    body.map(|parameter| &parameter.field).collect()
}
