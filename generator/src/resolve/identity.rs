//! The identifiers, and the amount, that a request and its response share.

use crate::model::{Field, Item, ParamLocation, Parameter, Shape, Type, TypeId, TypeRef};

/// The names of identifiers in a query or a body; in the path, every text identifies something.
const IDENTIFIERS: [&str; 4] = ["imp_uid", "merchant_uid", "customer_uid", "product_order_id"];
/// The name of the amount that a payment repeats.
const AMOUNT: &str = "amount";
/// The field with the records of a page.
const LIST: &str = "list";

/// The names on the wire that the runtime compares, in the order of the parameters.
pub fn shared(parameters: &[Parameter], returns: Option<TypeRef>, types: &[Type]) -> Vec<String> {
    let answered = answered(returns, types);
    let mut names = Vec::new();
    for (name, item) in parameters.iter().flat_map(|parameter| candidates(parameter, types)) {
        let is_repeated = answered.iter().any(|field| field.wire == name && field.ty.item == item);
        if is_repeated && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The values of a parameter, or of the records in it, that can identify a record.
fn candidates(parameter: &Parameter, types: &[Type]) -> Vec<(String, Item)> {
    let Parameter { location, field } = parameter;
    let fields: Vec<&Field> = match field.ty.item {
        Item::Named(id) if field.ty.list => record(id, types).iter().collect(),
        _ => vec![field],
    };
    let identifies = |field: &&Field| match field.ty.item {
        Item::String => {
            *location == ParamLocation::Path || IDENTIFIERS.contains(&field.wire.as_str())
        }
        // An amount that can be left out for all of it is a part of the record's own.
        Item::Amount => field.wire == AMOUNT && field.explicit_omission().is_none(),
        _ => false,
    };
    fields.into_iter().filter(identifies).map(|field| (field.wire.clone(), field.ty.item)).collect()
}

/// The fields of the records in a response.
fn answered(returns: Option<TypeRef>, types: &[Type]) -> Vec<&Field> {
    let Some(id) = returns.and_then(|ty| ty.item.named()) else { return Vec::new() };
    let fields: Vec<&Field> = match &types[id.0].shape {
        Shape::Choice(choices) => {
            let records = choices.iter().filter_map(|choice| choice.ty.item.named());
            records.flat_map(|id| record(id, types)).collect()
        }
        _ => record(id, types).iter().collect(),
    };
    let items = fields.iter().find(|field| field.wire == LIST && field.ty.list);
    match items.and_then(|field| field.ty.item.named()) {
        Some(id) => record(id, types).iter().collect(),
        None => fields,
    }
}

fn record(id: TypeId, types: &[Type]) -> &[Field] {
    match &types[id.0].shape {
        Shape::Record(fields) => fields,
        _ => &[],
    }
}
