//! The facts of our own schema.

use std::collections::BTreeMap;

use super::facts::{
    BASE_URL, Body, Facts, FieldFacts, OTHERS, OperationFacts, ResponseFacts, SUCCESS,
};
use super::prose::Prose;
use crate::model::{self, Api, Item, Shape, TypeId, TypeRef};

/// The facts of the model, in upstream's words.
pub fn facts(api: &Api) -> Facts {
    let operations = api.sections.iter().flat_map(|section| {
        let page = section.page.rsplit('/').next().unwrap_or_default();
        section
            .operations
            .iter()
            .map(move |found| (found.route.to_string(), operation(api, page, found)))
    });
    let types = api.types.iter().filter_map(|ty| match &ty.shape {
        Shape::Record(fields) => {
            let fields = fields.iter().enumerate();
            let members =
                fields.map(|(place, found)| (found.wire.clone(), field(api, found, place)));
            Some((ty.docs_name.clone(), members.collect()))
        }
        Shape::Enumeration(_) | Shape::Choice(_) | Shape::GatewayCodes(_) => None,
    });
    Facts {
        transport: [(BASE_URL.to_owned(), api.base_url.clone())].into(),
        operations: operations.collect(),
        types: types.collect(),
    }
}

fn operation(api: &Api, page: &str, operation: &model::Operation) -> OperationFacts {
    let mut gateways: Vec<_> =
        operation.gateways.iter().map(|gateway| gateway.code.clone()).collect();
    gateways.sort();
    let parameters = operation.parameters.iter().enumerate().map(|(place, parameter)| {
        let key = format!("{}.{}", parameter.location.word(), parameter.field.wire);
        (key, field(api, &parameter.field, place))
    });
    OperationFacts {
        title: operation.title.clone(),
        page: page.to_owned(),
        docs_id: operation.docs_id.clone(),
        gateways,
        parameters: parameters.collect(),
        responses: responses(api, operation),
        undocumented_since: operation.undocumented_since.clone(),
        prose: Prose::ours(&operation.doc),
        ..OperationFacts::default()
    }
}

/// A partial success has the type of a whole one. The bodies of failures are not in the schema.
fn responses(api: &Api, operation: &model::Operation) -> BTreeMap<String, ResponseFacts> {
    let returns = operation.returns.map(|ty| returns(api, ty)).unwrap_or_default();
    let success = ResponseFacts { body: Body::Envelope, returns, ..ResponseFacts::default() };
    let others = operation.errors.iter().map(|(status, doc)| {
        let is_success = (200..300).contains(status);
        let response = if is_success { success.clone() } else { ResponseFacts::default() };
        (status.to_string(), ResponseFacts { prose: Prose::ours(doc), ..response })
    });
    let mut responses: BTreeMap<_, _> = others.collect();
    let error = operation.error.map(|id| ("error".to_owned(), record(api, id)));
    let success = ResponseFacts { beside: error.into_iter().collect(), ..success };
    responses.insert(SUCCESS.to_owned(), success);
    responses
}

/// The record in `error` of a rejection, which a success lacks.
fn record(api: &Api, id: TypeId) -> FieldFacts {
    FieldFacts { ty: api.ty(id).docs_name.clone(), ..FieldFacts::default() }
}

/// The links to the official page, by route and by type.
pub fn links(api: &Api) -> BTreeMap<String, String> {
    let operations = api.sections.iter().flat_map(|section| &section.operations);
    let operations = operations.map(|found| (found.route.to_string(), found.page.clone()));
    let types = api.types.iter().filter_map(|ty| Some((ty.docs_name.clone(), ty.page.clone()?)));
    operations.chain(types).collect()
}

/// A choice is what upstream shows as alternatives.
fn returns(api: &Api, ty: TypeRef) -> Vec<String> {
    let choices = ty.item.named().map(|id| &api.ty(id).shape);
    let mut returns = match choices {
        Some(Shape::Choice(choices)) => choices.iter().map(|choice| name(api, choice.ty)).collect(),
        _ => vec![name(api, ty)],
    };
    returns.sort();
    returns
}

fn field(api: &Api, field: &model::Field, place: usize) -> FieldFacts {
    let mut gateways = BTreeMap::new();
    for rule in &field.rules {
        if let Some(requirement) = rule.requirement {
            gateways.insert(rule.gateway.code.clone(), requirement.word().to_owned());
        }
    }
    if let Some(others) = field.others {
        gateways.insert(OTHERS.to_owned(), others.word().to_owned());
    }
    FieldFacts {
        ty: name(api, field.ty),
        title: field.title.clone(),
        required: field.documented_required,
        values: codes(api, field.ty),
        max: field.max_length,
        minimum: field.minimum,
        maximum: field.maximum,
        gateways,
        undocumented_since: field.undocumented_since.clone(),
        prose: Prose::ours(&field.doc),
        place,
        ..FieldFacts::default()
    }
}

/// The schema's names for types, which are more precise than upstream's: `amount`, `timestamp`.
fn name(api: &Api, ty: TypeRef) -> String {
    let item = match ty.item {
        Item::String => "string",
        Item::Integer => "integer",
        Item::Boolean => "boolean",
        Item::Amount => "amount",
        Item::Timestamp => "timestamp",
        Item::Named(id) => match &api.ty(id).shape {
            Shape::Enumeration(codes) if codes.integer => "integer",
            Shape::Enumeration(_) | Shape::GatewayCodes(_) => "string",
            _ => &api.ty(id).docs_name,
        },
    };
    if ty.list { format!("[{item}]") } else { item.to_owned() }
}

fn codes(api: &Api, ty: TypeRef) -> Vec<String> {
    match ty.item.named().map(|id| &api.ty(id).shape) {
        Some(Shape::Enumeration(codes)) => {
            codes.values.iter().map(|value| value.code.clone()).collect()
        }
        _ => Vec::new(),
    }
}
