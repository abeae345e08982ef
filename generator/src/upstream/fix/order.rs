//! The order in which findings are applied, so that the schema stays valid in between.

use crate::upstream::compare::NO_RULE;
use crate::upstream::finding::{Finding, Kind, New};

/// Findings that make one change together.
pub type Unit<'f> = Vec<&'f Finding>;

/// The findings in order. Gateways that join a list of an operation are one change, and so are those
/// that leave it.
pub fn units(findings: &[Finding]) -> Vec<Unit<'_>> {
    let mut ordered: Vec<&Finding> = findings.iter().collect();
    ordered.sort_by_key(|finding| rank(finding));
    let mut units: Vec<Unit<'_>> = Vec::new();
    for finding in ordered {
        match units.last_mut() {
            Some(unit) if are_one(unit[0], finding) => unit.push(finding),
            _ => units.push(vec![finding]),
        }
    }
    by_need(units)
}

fn are_one(left: &Finding, right: &Finding) -> bool {
    let lists = left.kind == Kind::GatewayListChanged && right.kind == Kind::GatewayListChanged;
    lists && left.subject == right.subject && left.theirs == right.theirs
}

/// Rules go before a gateway leaves its list, or a field becomes required; they come after.
fn rank(finding: &Finding) -> u8 {
    let theirs = finding.theirs.as_str();
    match finding.kind {
        Kind::TypeAdded => 0,
        Kind::GatewayListChanged if theirs == "listed" => 1,
        Kind::GatewayRuleChanged if theirs == NO_RULE => 2,
        Kind::RequirednessChanged => 3,
        Kind::GatewayListChanged => 9,
        Kind::OperationAdded => 8,
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
