//! One operation.

use super::field;
use crate::json_object::Object;
use crate::model::{Api, Item, Operation, Parameter, Section};

/// Route, parameters, type of the response and documented statuses.
pub fn of(api: &Api, section: &Section, operation: &Operation) -> Object {
    let gateways = operation.gateways.iter().map(|gateway| gateway.code.as_str());
    let parameters = operation.parameters.iter().map(|each| parameter(api, each));
    Object::new()
        .with("name", format!("{}.{}", section.name, operation.name))
        .with("method", operation.route.method.word())
        .with("path", operation.route.path.as_str())
        .flag("public", !operation.authorized)
        .list("gateways", gateways)
        .list("parameters", parameters)
        .list("one_of", operation.one_of.iter().cloned())
        .list("statuses", operation.errors.iter().map(|(status, _)| *status))
        .list("not_found", operation.not_found.iter().map(|response| response.status))
        .maybe("error", operation.error.map(|id| field::word(api, Item::Named(id))))
        .maybe("returns", operation.returns.map(|ty| field::ty(api, ty)))
}

fn parameter(api: &Api, parameter: &Parameter) -> Object {
    Object::new().with("in", parameter.location.word()).and(field::of(api, &parameter.field))
}
