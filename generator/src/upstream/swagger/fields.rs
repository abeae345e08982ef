//! Members of records, and the facts that they share with parameters.

use std::collections::BTreeMap;

use serde_json::Value;

use super::json::{number, squeeze, text};
use super::schemas::Schemas;
use super::settings::constraints;
use super::values::{reference, rules, scalar, type_of, values};
use crate::model::Privacy;
use crate::upstream::facts::{FieldFacts, FieldMap};
use crate::upstream::prose::{self, CodeList, Prose};

/// The greatest depth of members within members: a composition can contain itself.
const DEEPEST: usize = 16;

/// The members of a record.
pub fn members(schemas: &Schemas<'_>, definition: &Value) -> FieldMap {
    members_at(schemas, definition, 0)
}

/// The facts of a member or a parameter.
pub fn field(schemas: &Schemas<'_>, field: &Value, required: bool, place: usize) -> FieldFacts {
    field_at(schemas, field, (required, place), 0)
}

fn members_at(schemas: &Schemas<'_>, definition: &Value, depth: usize) -> FieldMap {
    let merged = schemas.merged(definition);
    let properties = merged.properties.iter().enumerate();
    let members = properties.map(|(place, (name, property))| {
        let required = merged.required.contains(name);
        ((*name).to_owned(), field_at(schemas, property, (required, place), depth))
    });
    members.collect()
}

fn field_at(
    schemas: &Schemas<'_>,
    field: &Value,
    (required, place): (bool, usize),
    depth: usize,
) -> FieldFacts {
    let ty = type_of(field);
    let codes = values(field, &ty);
    let items: Vec<&str> = codes.iter().map(|(_, item)| item.as_str()).collect();
    FieldFacts {
        labels: labels(&codes),
        prose: Prose::without(field, &items),
        values: distinct(&codes),
        members: inline(schemas, field, depth + 1),
        rules_in_prose: prose::names_gateways(text(field, "description")),
        ty,
        title: squeeze(text(field, "x-portone-name")),
        required,
        deprecated: field.get("deprecated") == Some(&Value::Bool(true)),
        max: number(field, "maxLength"),
        minimum: number(field, "minimum"),
        maximum: number(field, "maximum"),
        default: field.get("default").filter(|value| !value.is_null()).map(scalar),
        constraints: constraints(field),
        gateways: rules(field, required),
        undocumented_since: None,
        privacy: Privacy::Open,
        place,
    }
}

fn distinct(codes: &CodeList) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for (code, _) in codes {
        if !distinct.contains(code) {
            distinct.push(code.clone());
        }
    }
    distinct
}

/// The texts of the codes, by code.
fn labels(codes: &CodeList) -> BTreeMap<String, Prose> {
    let mut items: BTreeMap<&String, String> = BTreeMap::new();
    for (code, item) in codes.iter().filter(|(_, item)| !item.is_empty()) {
        items.entry(code).or_default().push_str(&format!("<li>{item}</li>"));
    }
    items.into_iter().map(|(code, items)| (code.clone(), Prose::text(&items))).collect()
}

/// The members that are spelled out in a field: in itself, its schema or its items.
fn inline(schemas: &Schemas<'_>, field: &Value, depth: usize) -> FieldMap {
    let inside = ["schema", "items"].iter().filter_map(|key| field.get(key));
    let holder = inside.chain([field]).find(|part| is_inline(part));
    let holder = holder.filter(|_| depth < DEEPEST);
    holder.map(|holder| members_at(schemas, holder, depth)).unwrap_or_default()
}

fn is_inline(part: &Value) -> bool {
    reference(part).is_none() && (part.get("properties").is_some() || part.get("allOf").is_some())
}
