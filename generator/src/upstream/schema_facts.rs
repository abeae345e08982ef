//! The facts of our own schema.

use std::collections::BTreeMap;

use super::facts::{Facts, FieldFacts, OTHERS, OperationFacts};
use crate::model::{self, Api, Item, Shape, TypeRef};

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
    Facts { operations: operations.collect(), types: types.collect() }
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
        returns: operation.returns.map(|ty| returns(api, ty)).unwrap_or_default(),
        statuses: operation.errors.iter().map(|(status, _)| *status).collect(),
        undocumented_since: operation.undocumented_since.clone(),
        members: BTreeMap::new(),
        prose: String::new(),
    }
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

/// The records of ours that no document of upstream's has: inline objects there, names here.
pub fn own_records(ours: &Facts, theirs: &Facts) -> BTreeMap<String, BTreeMap<String, FieldFacts>> {
    let own = ours.types.iter().filter(|(name, _)| !theirs.types.contains_key(*name));
    own.map(|(name, members)| (name.clone(), members.clone())).collect()
}
