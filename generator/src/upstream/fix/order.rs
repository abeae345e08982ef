//! The order in which findings are applied, so that the schema stays valid in between.

use std::collections::BTreeSet;

use crate::upstream::compare::NO_RULE;
use crate::upstream::finding::{Finding, Kind, New};

/// Findings that make one change together.
pub type Unit<'f> = Vec<&'f Finding>;

/// The findings in order. Gateways that join a list of an operation are one change, and so are those
/// that leave it, a new path with its variables, and a field that becomes required with its rules.
pub fn units(findings: &[Finding]) -> Vec<Unit<'_>> {
    let mut ordered: Vec<&Finding> = findings.iter().collect();
    ordered.sort_by_key(|finding| rank(finding));
    let required = required_fields(findings);
    let are_one = |unit: &Unit<'_>, finding: &Finding| {
        are_one(unit[0], finding)
            || (are_of_one_field(unit[0], finding) && required.contains(&field(finding)))
    };
    let mut units: Vec<Unit<'_>> = Vec::new();
    for finding in ordered {
        match units.iter_mut().find(|unit| are_one(unit, finding)) {
            Some(unit) => unit.push(finding),
            None => units.push(vec![finding]),
        }
    }
    by_need(units)
}

fn are_one(left: &Finding, right: &Finding) -> bool {
    let lists = left.kind == Kind::GatewayListChanged && right.kind == Kind::GatewayListChanged;
    let is_one =
        (lists && left.theirs == right.theirs) || (is_of_route(left) && is_of_route(right));
    is_one && left.subject == right.subject
}

type FieldName<'f> = (&'f str, &'f str);

fn field(finding: &Finding) -> FieldName<'_> {
    (&finding.subject, &finding.location)
}

/// The fields that become required: rules of gateways that say the same leave together with it.
fn required_fields(findings: &[Finding]) -> BTreeSet<FieldName<'_>> {
    findings.iter().filter(|finding| is_now_required(finding)).map(field).collect()
}

fn is_now_required(finding: &Finding) -> bool {
    finding.kind == Kind::RequirednessChanged && finding.theirs == "required"
}

fn are_of_one_field(left: &Finding, right: &Finding) -> bool {
    let has_no_rule =
        |finding: &Finding| finding.kind == Kind::GatewayRuleChanged && finding.theirs == NO_RULE;
    let is_of_it = |finding| is_now_required(finding) || has_no_rule(finding);
    is_of_it(left) && is_of_it(right) && field(left) == field(right)
}

/// True for the units of operations that moved. The other findings know them by their old routes, and
/// so come before.
pub fn is_move(unit: &Unit<'_>) -> bool {
    unit.iter().any(|finding| finding.kind == Kind::RouteChanged)
}

fn is_of_route(finding: &Finding) -> bool {
    let kinds = [Kind::ParameterAdded, Kind::ParameterHidden];
    let is_variable = kinds.contains(&finding.kind) && finding.location.starts_with("path.");
    is_variable || finding.kind == Kind::RouteChanged
}

/// Rules go before a gateway leaves its list, and after a field becomes required; new ones come last.
fn rank(finding: &Finding) -> u8 {
    let theirs = finding.theirs.as_str();
    match finding.kind {
        Kind::TypeAdded => 0,
        Kind::GatewayListChanged if theirs == "listed" => 1,
        Kind::RequirednessChanged => 2,
        Kind::GatewayRuleChanged if theirs == NO_RULE => 3,
        Kind::GatewayListChanged => 9,
        Kind::OperationAdded => 8,
        // The variables are found by the old route.
        Kind::RouteChanged => 11,
        _ if is_of_route(finding) => 10,
        _ => 4,
    }
}

/// A new type comes after the new types that it names.
fn by_need(units: Vec<Unit<'_>>) -> Vec<Unit<'_>> {
    let (mut types, others): (Vec<_>, Vec<_>) =
        units.into_iter().partition(|unit| unit[0].kind == Kind::TypeAdded);
    let mut ordered = Vec::new();
    while !types.is_empty() {
        let names: Vec<String> = types.iter().map(|unit| unit[0].subject.clone()).collect();
        let needs_none = |unit: &Unit<'_>| !names.iter().any(|name| needs(unit[0], name));
        // In a circle, one has to be the first.
        let next = types.iter().position(needs_none).unwrap_or(0);
        ordered.push(types.remove(next));
    }
    ordered.extend(others);
    ordered
}

fn needs(finding: &Finding, name: &str) -> bool {
    let Some(New::Type { members, .. }) = &finding.new else { return false };
    finding.subject != name
        && members.values().any(|member| member.ty.trim_matches(['[', ']']) == name)
}
