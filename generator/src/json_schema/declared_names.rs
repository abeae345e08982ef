//! The names that a schema declares, as definitions of its JSON Schema.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::keywords::OTHERS;
use crate::model::{Api, Enumeration, Item, Shape, Type};

/// Puts the names of a schema into the definitions that refer to them.
pub fn put(definitions: &mut Map<String, Value>, api: &Api) {
    let gateways = gateways(api);
    let mut returned = types(api);
    returned.insert(0, "none".to_owned());
    let mut others = gateways.clone();
    others.push(OTHERS.to_owned());
    let names = [
        ("TypeName", "type", types(api)),
        ("ReturnName", "type", returned),
        ("EnumerationName", "enumeration", enumeration_names(api)),
        ("SectionName", "section", api.sections.iter().map(|it| it.name.clone()).collect()),
        ("ReadName", "operation that only reads", reads(api)),
        ("GatewayCode", "gateway", gateways),
        ("GatewayOrOthers", "gateway", others),
        ("StandardCode", "standard code", standard_codes(api)),
    ];
    for (definition, what, names) in names {
        if !names.is_empty() && definitions.contains_key(definition) {
            definitions.insert(definition.to_owned(), closed(what, &names));
        }
    }
    if let Some(Value::Object(field)) = definitions.get_mut("Field") {
        field.insert("allOf".to_owned(), Value::Array(defaults(api)));
    }
    let codes: BTreeSet<_> = sent(api).flat_map(|(_, it)| codes(it)).collect();
    if !codes.is_empty() && definitions.contains_key("AnyCode") {
        let any = json!({ "anyOf": [{ "enum": codes }, { "type": "string" }] });
        definitions.insert("AnyCode".to_owned(), any);
    }
}

/// The codes that the default of a field has, if its type is an enumeration.
fn defaults(api: &Api) -> Vec<Value> {
    let rule = |(ty, enumeration): (&Type, &Enumeration)| {
        json!({
            "if": { "properties": { "type": { "enum": [ty.docs_name] } }, "required": ["type"] },
            "then": { "properties": { "default": closed("code", &codes(enumeration)) } },
        })
    };
    sent(api).map(rule).collect()
}

/// A text that is one of these names. A new name is known after the next run of `generate`.
fn closed(what: &str, names: &[String]) -> Value {
    let message = format!(
        "This {what} is not in the schema. A new one is known after `cargo xtask generate`."
    );
    json!({ "type": "string", "enum": names, "errorMessage": message })
}

fn types(api: &Api) -> Vec<String> {
    let declared: BTreeSet<_> = api.types.iter().map(|ty| ty.docs_name.clone()).collect();
    Item::BUILT_IN.iter().map(|(name, _)| (*name).to_owned()).chain(declared).collect()
}

fn enumerations(api: &Api) -> impl Iterator<Item = (&Type, &Enumeration)> {
    api.types.iter().filter_map(|ty| match &ty.shape {
        Shape::Enumeration(enumeration) => Some((ty, enumeration)),
        _ => None,
    })
}

/// The enumerations of requests, by their names.
fn sent(api: &Api) -> impl Iterator<Item = (&Type, &Enumeration)> {
    enumerations(api).filter(|(ty, _)| ty.sent)
}

fn enumeration_names(api: &Api) -> Vec<String> {
    enumerations(api).map(|(ty, _)| ty.docs_name.clone()).collect()
}

fn codes(enumeration: &Enumeration) -> Vec<String> {
    enumeration.values.iter().map(|value| value.code.clone()).collect()
}

fn gateways(api: &Api) -> Vec<String> {
    match api.gateways.map(|id| &api.ty(id).shape) {
        Some(Shape::Enumeration(enumeration)) => codes(enumeration),
        _ => Vec::new(),
    }
}

/// The codes of every enumeration that gateways have codes of their own for.
fn standard_codes(api: &Api) -> Vec<String> {
    let standard = api.types.iter().filter_map(|ty| match &ty.shape {
        Shape::GatewayCodes(own) => Some(&api.ty(own.of).shape),
        _ => None,
    });
    let codes = standard.filter_map(|shape| match shape {
        Shape::Enumeration(enumeration) => Some(codes(enumeration)),
        _ => None,
    });
    codes.flatten().collect::<BTreeSet<_>>().into_iter().collect()
}

fn reads(api: &Api) -> Vec<String> {
    let operations = api.sections.iter().flat_map(|section| {
        let reads = section.operations.iter().filter(|operation| operation.idempotent);
        reads.map(move |operation| format!("{}.{}", section.name, operation.name))
    });
    operations.collect()
}
