//! Changes of upstream at one item. Each returns false where it makes no sense.

use portone_v1_generator::upstream::{Facts, FieldFacts};

use super::real_schema::{Item, fields};

fn field<'f>(facts: &'f mut Facts, item: &Item) -> Option<&'f mut FieldFacts> {
    fields(facts, &item.subject).get_mut(item.field.as_deref()?)
}

fn is_path(item: &Item) -> bool {
    item.field.as_ref().is_some_and(|field| field.starts_with("path."))
}

pub fn remove(facts: &mut Facts, item: &Item) -> bool {
    let Some(name) = &item.field else { return false };
    let is_documented = field(facts, item).is_some_and(|field| field.undocumented_since.is_none());
    is_documented && fields(facts, &item.subject).remove(name).is_some()
}

pub fn hide(facts: &mut Facts, item: &Item, date: &str) {
    let field = field(facts, item).expect("a field");
    field.undocumented_since = Some(date.to_owned());
    field.required &= is_path(item);
}

pub fn remove_operation(facts: &mut Facts, item: &Item) -> bool {
    item.is_operation() && facts.operations.remove(&item.subject).is_some()
}

pub fn hide_operation(facts: &mut Facts, item: &Item, date: &str) {
    let operation = facts.operations.get_mut(&item.subject).expect("an operation");
    operation.undocumented_since = Some(date.to_owned());
}

pub fn require(facts: &mut Facts, item: &Item) -> bool {
    let Some(field) = field(facts, item).filter(|_| !is_path(item)) else { return false };
    field.required = !field.required;
    // Rules that require it say nothing any more.
    field.gateways.retain(|_, rule| !field.required || rule != "required");
    true
}

pub fn length(facts: &mut Facts, item: &Item) -> bool {
    let Some(field) = field(facts, item).filter(|field| field.ty == "string") else { return false };
    field.max = if field.max.is_some() { None } else { Some(7777) };
    true
}

/// The same name in capitals is the same field.
pub fn rename(facts: &mut Facts, item: &Item) -> bool {
    let Some(name) = item.field.as_ref().filter(|_| !is_path(item)) else { return false };
    let (place, wire) = name.rsplit_once('.').map_or(("", &**name), |(place, wire)| (place, wire));
    let dot = if place.is_empty() { "" } else { "." };
    let new = format!("{place}{dot}{}", wire.to_uppercase());
    let fields = fields(facts, &item.subject);
    if fields.contains_key(&new) {
        return false;
    }
    let field = fields.remove(name).expect("a field");
    fields.insert(new, field);
    true
}

/// Another path.
pub fn move_operation(facts: &mut Facts, item: &Item) -> bool {
    let operation = facts.operations.get(&item.subject);
    let is_known = operation.is_some_and(|operation| operation.docs_id.is_some());
    if !item.is_operation() || !is_known {
        return false;
    }
    let operation = facts.operations.remove(&item.subject).expect("an operation");
    facts.operations.insert(item.subject.replacen(" /", " /v9/", 1), operation).is_none()
}

/// The same path with other names of its variables.
pub fn rename_variables(facts: &mut Facts, item: &Item) -> bool {
    if !item.is_operation() || !item.subject.contains('{') {
        return false;
    }
    let mut operation = facts.operations.remove(&item.subject).expect("an operation");
    let is_variable = |name: &&String| name.starts_with("path.");
    let names: Vec<String> = operation.parameters.keys().filter(is_variable).cloned().collect();
    for name in names {
        let variable = operation.parameters.remove(&name).expect("a variable");
        operation.parameters.insert(format!("{name}_too"), variable);
    }
    facts.operations.insert(item.subject.replace('}', "_too}"), operation).is_none()
}

pub fn retype(facts: &mut Facts, item: &Item) -> bool {
    let Some(field) = field(facts, item) else { return false };
    field.ty = "FarAwayAnnotation".to_owned();
    field.values.clear();
    true
}

pub fn rule(facts: &mut Facts, item: &Item) -> bool {
    let listed = facts.operations.get(&item.subject).and_then(|it| it.gateways.first().cloned());
    let gateway = listed.unwrap_or_else(|| "kcp".to_owned());
    let Some(field) = field(facts, item).filter(|field| !field.required) else { return false };
    if field.gateways.remove(&gateway).is_none() {
        field.gateways.insert(gateway, "required".to_owned());
    }
    true
}

pub fn list(facts: &mut Facts, item: &Item) -> bool {
    let Some(operation) = facts.operations.get_mut(&item.subject) else { return false };
    if !item.is_operation() {
        return false;
    }
    let gateways = &mut operation.gateways;
    match gateways.iter().position(|gateway| gateway == "kcp") {
        Some(place) => drop(gateways.remove(place)),
        None => gateways.push("kcp".to_owned()),
    }
    gateways.sort();
    // Rules of a gateway that does not support the operation can never apply.
    if !gateways.is_empty() && !gateways.iter().any(|gateway| gateway == "kcp") {
        operation.parameters.values_mut().for_each(|field| drop(field.gateways.remove("kcp")));
    }
    true
}

/// A new field behind an old one.
pub fn insert(facts: &mut Facts, item: &Item) -> bool {
    let Some(name) = item.field.as_ref().filter(|_| !is_path(item)) else { return false };
    let fields = fields(facts, &item.subject);
    for field in fields.values_mut() {
        field.place *= 2;
    }
    let new = FieldFacts {
        ty: "boolean".to_owned(),
        title: "새것".to_owned(),
        place: fields[name].place + 1,
        ..FieldFacts::default()
    };
    let name = format!("{}_too", name.replace(['[', ']'], "_"));
    fields.insert(name, new).is_none()
}
