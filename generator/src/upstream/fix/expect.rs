//! The facts that a finding asks for.

use std::collections::BTreeMap;

use super::{gateways, routes, statuses};
use crate::upstream::compare::NO_RULE;
use crate::upstream::facts::{Facts, FieldFacts};
use crate::upstream::finding::{Finding, Kind, New};

/// Changes the facts as the finding asks for. `after` are the facts that were reached, of which a new
/// item is taken; `None` if they cannot come of the finding.
pub fn expect(
    facts: &mut Facts,
    finding: &Finding,
    after: &Facts,
    date: Option<&str>,
) -> Option<()> {
    for gateway in gateways::named(finding) {
        spread_value(facts, None, &gateway, after)?;
    }
    match finding.kind {
        Kind::OperationHidden | Kind::OperationDocumented => {
            let since = date.filter(|_| finding.kind == Kind::OperationHidden);
            let operation = facts.operations.get_mut(&finding.subject)?;
            operation.undocumented_since = since.map(str::to_owned);
        }
        Kind::OperationAdded => added_operation(facts, finding, after)?,
        Kind::TypeAdded => added_type(facts, finding, after)?,
        Kind::ParameterAdded | Kind::FieldAdded => added_field(facts, finding, after)?,
        Kind::GatewayListChanged => {
            let gateways = &mut facts.operations.get_mut(&finding.subject)?.gateways;
            gateways.retain(|gateway| *gateway != finding.detail);
            if finding.theirs == "listed" {
                gateways.push(finding.detail.clone());
                gateways.sort();
            }
        }
        Kind::RouteChanged => routes::expect(facts, finding)?,
        Kind::StatusAdded => statuses::expect(facts, finding, after)?,
        Kind::ValueAdded => added_value(facts, finding, after)?,
        Kind::ParameterRenamed | Kind::FieldRenamed => {
            let fields = fields(facts, &finding.subject)?;
            let field = fields.remove(finding.was.as_ref()?)?;
            fields.insert(finding.location.clone(), field);
        }
        _ => changed_field(field(facts, finding)?, finding, date)?,
    }
    Some(())
}

/// Removes the rules of gateways that left the list of an operation, after all findings.
pub fn expect_left_behind(facts: &mut Facts, finding: &Finding) {
    let leaves = finding.kind == Kind::GatewayListChanged && finding.theirs != "listed";
    let operation = facts.operations.get_mut(&finding.subject).filter(|_| leaves);
    if let Some(operation) = operation.filter(|operation| !operation.gateways.is_empty()) {
        let parameters = operation.parameters.values_mut();
        parameters.for_each(|field| drop(field.gateways.remove(&finding.detail)));
    }
}

fn changed_field(field: &mut FieldFacts, finding: &Finding, date: Option<&str>) -> Option<()> {
    let theirs = finding.theirs.as_str();
    let is_path = finding.location.starts_with("path.");
    match finding.kind {
        Kind::ParameterHidden | Kind::FieldHidden => {
            field.undocumented_since = date.map(str::to_owned);
            field.required &= is_path;
        }
        Kind::ParameterDocumented | Kind::FieldDocumented => field.undocumented_since = None,
        Kind::RequirednessChanged => {
            field.required = theirs == "required";
            // Rules that require it say nothing any more.
            field.gateways.retain(|_, rule| !field.required || rule != "required");
        }
        Kind::LengthChanged => field.max = theirs.parse().ok(),
        Kind::RangeChanged => {
            let (minimum, maximum) = theirs.split_once(" to ")?;
            (field.minimum, field.maximum) = (minimum.parse().ok(), maximum.parse().ok());
        }
        Kind::GatewayRuleChanged if theirs == NO_RULE => {
            field.gateways.remove(&finding.detail);
        }
        Kind::GatewayRuleChanged => {
            field.gateways.insert(finding.detail.clone(), theirs.to_owned());
        }
        _ => return None,
    }
    Some(())
}

/// The parameters of an operation, or the fields of a record.
fn fields<'f>(facts: &'f mut Facts, subject: &str) -> Option<&'f mut BTreeMap<String, FieldFacts>> {
    match facts.operations.get_mut(subject) {
        Some(operation) => Some(&mut operation.parameters),
        None => facts.types.get_mut(subject),
    }
}

/// A renamed field may still have its old name.
fn field<'f>(facts: &'f mut Facts, finding: &Finding) -> Option<&'f mut FieldFacts> {
    let fields = fields(facts, &finding.subject)?;
    let locations = [Some(&finding.location), finding.was.as_ref()];
    let name = locations.into_iter().flatten().find(|name| fields.contains_key(*name))?;
    fields.get_mut(name)
}

fn added_operation(facts: &mut Facts, finding: &Finding, after: &Facts) -> Option<()> {
    let Some(New::Operation(theirs)) = &finding.new else { return None };
    let new = after.operations.get(&finding.subject)?;
    let is_new = !facts.operations.contains_key(&finding.subject);
    (is_new && is_like(&new.parameters, &theirs.parameters)).then_some(())?;
    facts.operations.insert(finding.subject.clone(), new.clone());
    Some(())
}

fn added_type(facts: &mut Facts, finding: &Finding, after: &Facts) -> Option<()> {
    let Some(New::Type { members, .. }) = &finding.new else { return None };
    let new = after.types.get(&finding.subject)?;
    (!facts.types.contains_key(&finding.subject) && is_like(new, members)).then_some(())?;
    facts.types.insert(finding.subject.clone(), new.clone());
    Some(())
}

fn is_like(new: &BTreeMap<String, FieldFacts>, theirs: &BTreeMap<String, FieldFacts>) -> bool {
    new.len() == theirs.len()
        && theirs.iter().all(|(name, fact)| new.get(name).is_some_and(|new| has_facts(new, fact)))
}

fn added_field(facts: &mut Facts, finding: &Finding, after: &Facts) -> Option<()> {
    let Some(New::Field { fact, .. }) = &finding.new else { return None };
    let mut after = after.clone();
    let new = fields(&mut after, &finding.subject)?.remove(&finding.location)?;
    let fields = fields(facts, &finding.subject)?;
    (!fields.contains_key(&finding.location) && has_facts(&new, fact)).then_some(())?;
    fields.insert(finding.location.clone(), new);
    Some(())
}

/// Types are our own, because they are more precise.
fn has_facts(new: &FieldFacts, theirs: &FieldFacts) -> bool {
    let numbers = |field: &FieldFacts| (field.max, field.minimum, field.maximum);
    new.required == theirs.required
        && numbers(new) == numbers(theirs)
        && new.gateways == theirs.gateways
        && new.undocumented_since.is_none()
}

/// Every field of the same enumeration has the code too, and of no other: the tree has shown that only
/// one enumeration changes.
fn added_value(facts: &mut Facts, finding: &Finding, after: &Facts) -> Option<()> {
    let is_enumeration = finding.location.is_empty();
    let old = if is_enumeration { None } else { Some(field(facts, finding)?.values.clone()) };
    let code = finding.detail.as_str();
    spread_value(facts, old.as_deref(), code, after)?;
    let has_it = is_enumeration || field(facts, finding)?.values.iter().any(|value| value == code);
    has_it.then_some(())
}

/// Adds a code to every field that has it afterwards; of one enumeration only, if its codes are given.
fn spread_value(
    facts: &mut Facts,
    old: Option<&[String]>,
    code: &str,
    after: &Facts,
) -> Option<()> {
    for (route, operation) in &mut facts.operations {
        let after = &after.operations.get(route)?.parameters;
        add_value(&mut operation.parameters, old, code, after);
    }
    for (name, fields) in &mut facts.types {
        add_value(fields, old, code, after.types.get(name)?);
    }
    Some(())
}

fn add_value(
    fields: &mut BTreeMap<String, FieldFacts>,
    old: Option<&[String]>,
    code: &str,
    after: &BTreeMap<String, FieldFacts>,
) {
    let has = |field: &FieldFacts| field.values.iter().any(|value| value == code);
    for (name, field) in fields {
        let is_new = !has(field) && after.get(name).is_some_and(has);
        if is_new && old.is_none_or(|old| old == field.values) {
            field.values.push(code.to_owned());
        }
    }
}
