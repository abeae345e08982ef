//! Parameters in path, query and header.

use serde_json::{Value, json};

use super::field::FieldUse;
use super::{extensions, field, prose};
use crate::json_object::Object;
use crate::model::{Api, Operation, ParamLocation, Parameter};
use crate::samples;

/// The name of the one header, here and under `components`.
pub const TIER: &str = "Tier";

/// The parameters in path and query, and the header of all operations that carry a token.
pub fn of(api: &Api, operation: &Operation) -> Vec<Value> {
    let own = operation.parameters.iter().filter_map(|parameter| {
        let in_url = parameter.location != ParamLocation::Body;
        in_url.then(|| one(api, parameter).into())
    });
    let tier = json!({ "$ref": format!("#/components/parameters/{TIER}") });
    own.chain(operation.authorized.then_some(tier)).collect()
}

fn one(api: &Api, parameter: &Parameter) -> Object {
    let declared = &parameter.field;
    let list = declared.ty.list;
    let in_path = parameter.location == ParamLocation::Path;
    Object::new()
        // The server is PHP: it reads a list only from a repeated name with brackets.
        .with("name", if list { format!("{}[]", declared.wire) } else { declared.wire.clone() })
        .with("in", parameter.location.word())
        .with("description", prose::field(declared))
        // OpenAPI has no optional path parameters: the extension says that it may be omitted.
        .flag("required", declared.required || in_path)
        .flag("x-portone-optional-part", in_path && !declared.required)
        .flag("deprecated", declared.is_deprecated())
        .maybe("style", list.then_some("form"))
        .flag("explode", list)
        .with("schema", field::schema(api, declared, FieldUse::Url))
        .maybe("example", samples::field(api, declared))
        .and(extensions::field(api, declared))
}

/// The header that acts for a sub-merchant.
pub fn tier() -> Value {
    json!({
        "name": TIER,
        "in": "header",
        "description": "The tier code of the sub-merchant to act for. Without it, the owner of the \
                        API key acts.",
        "schema": { "type": "string" },
    })
}
