//! `components`: what operations refer to.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::field::FieldUse;
use super::{
    alternatives, body, enumeration, examples, field, gateway_codes, parameters, prose, responses,
    titles, types,
};
use crate::json_object::Object;
use crate::model::{Api, Choice, Shape, Type, TypeId};

/// The name of the security scheme.
pub const TOKEN: &str = "token";

/// Schemas, parameters, responses, examples and the security scheme.
pub fn of(api: &Api) -> Object {
    Object::new()
        .with("schemas", schemas(api))
        .with("parameters", Object::new().with(parameters::TIER, parameters::tier()))
        .with("responses", Object::new().with(responses::ERROR_RESPONSE, responses::any_other()))
        .with("examples", examples::components(api))
        .with("securitySchemes", Object::new().with(TOKEN, token()))
}

fn schemas(api: &Api) -> Object {
    // The limits of requests do not hold for answers.
    let answered = api.answered();
    let types = api.types.iter().enumerate();
    let types = types.map(|(place, ty)| (&ty.name, schema(api, TypeId(place), ty, &answered)));
    Object::new()
        .and(types.collect())
        .and(body::schemas(api).collect())
        .with(responses::ERROR_RESPONSE, responses::error_response())
}

fn schema(api: &Api, id: TypeId, ty: &Type, answered: &BTreeSet<TypeId>) -> Object {
    let head = Object::new()
        .with("title", titles::of(&ty.name))
        .with("description", description(ty))
        .with("x-portone-title", ty.title.as_str())
        .maybe("externalDocs", ty.page.as_ref().map(|page| json!({ "url": page })));
    let shape = match &ty.shape {
        Shape::Record(fields) => {
            let usage = if answered.contains(&id) { FieldUse::Answer } else { FieldUse::Body };
            let fields: Vec<_> = fields.iter().collect();
            let rules =
                (usage == FieldUse::Body).then(|| alternatives::required_when(api, &fields));
            field::members(api, &fields, usage).list("allOf", rules.into_iter().flatten())
        }
        Shape::Enumeration(codes) => enumeration::schema(codes),
        Shape::Choice(choices) => choice(api, choices),
        Shape::GatewayCodes(codes) => gateway_codes::schema(codes),
    };
    let documented = ty.page.as_ref().map(|_| ty.docs_name.as_str());
    head.and(shape).maybe("x-portone-docs-name", documented)
}

fn description(ty: &Type) -> String {
    let doc = prose::labelled(&ty.doc, &ty.title);
    match &ty.shape {
        Shape::Record(_) => doc,
        Shape::Enumeration(codes) => format!("{doc}\n\n{}", enumeration::listed(codes)),
        Shape::GatewayCodes(codes) => format!("{doc}\n\n{}", gateway_codes::listed(codes)),
        Shape::Choice(choices) => {
            let choices: Vec<_> = choices.iter().map(told).collect();
            format!("{doc}\n\n{}", choices.join("\n"))
        }
    }
}

fn told(choice: &Choice) -> String {
    match &choice.when {
        Some(when) => format!("- With the field `{when}`: {}", choice.doc),
        None => format!("- Without: {}", choice.doc),
    }
}

/// Not `oneOf`: a record with unknown fields besides may fit several.
fn choice(api: &Api, choices: &[Choice]) -> Object {
    let tests = choices.iter().filter_map(|choice| {
        let name = &api.ty(choice.ty.item.named()?).name;
        Some((name.as_str(), choice.when.as_deref()?))
    });
    Object::new()
        .list("anyOf", choices.iter().map(|choice| types::of(api, choice.ty)))
        .nested("x-portone-when", tests.collect())
}

fn token() -> Value {
    json!({
        "type": "http",
        "scheme": "bearer",
        "description": "The access token of `POST /users/getToken`; it lives 30 minutes.",
    })
}
