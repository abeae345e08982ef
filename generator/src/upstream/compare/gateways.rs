//! Gateways: the supporting ones of an operation, and their rules for a field.

use std::collections::{BTreeMap, BTreeSet};

use crate::upstream::facts::{FieldFacts, OTHERS, OperationFacts};
use crate::upstream::finding::{Finding, Kind};

/// The rule for a side that does not mention a gateway.
pub const NO_RULE: &str = "no rule";

/// The gateways that only one side lists for an operation.
pub fn lists(route: &str, ours: &[String], theirs: &[String]) -> Vec<Finding> {
    let all: BTreeSet<&String> = ours.iter().chain(theirs).collect();
    let differ =
        all.into_iter().filter(|gateway| ours.contains(gateway) != theirs.contains(gateway));
    let finding = |gateway: &String| {
        let says = |list: &[String]| if list.contains(gateway) { "listed" } else { "not listed" };
        let finding = Finding::new(Kind::GatewayListChanged, route, "").about(gateway);
        finding.between(says(ours), says(theirs))
    };
    differ.map(finding).collect()
}

/// The gateways of an operation on both sides; all when empty.
#[derive(Clone, Copy, Default)]
pub struct Supporting<'g> {
    /// Ours.
    pub ours: &'g [String],
    /// Upstream's.
    pub theirs: &'g [String],
}

impl Supporting<'_> {
    /// False if both sides have lists without the gateway: then a rule of it can never apply.
    pub fn contains(&self, gateway: &String) -> bool {
        let has = |list: &[String]| list.is_empty() || list.contains(gateway);
        has(self.ours) || has(self.theirs) || gateway == OTHERS
    }
}

/// A new operation without the rules that can never apply.
pub fn without_impossible_rules(operation: &OperationFacts) -> OperationFacts {
    let mut operation = operation.clone();
    let listed = operation.gateways.clone();
    let supporting = Supporting { ours: &listed, theirs: &listed };
    for field in operation.parameters.values_mut() {
        field.gateways.retain(|gateway, _| supporting.contains(gateway));
    }
    operation
}

/// The gateways with different rules for a field.
pub fn rules(
    (subject, name): (&str, &str),
    ours: &FieldFacts,
    theirs: &FieldFacts,
    supporting: Option<Supporting<'_>>,
) -> Vec<Finding> {
    let in_prose = theirs.rules_in_prose && supporting.is_some();
    let (ours, mut theirs) = (telling(ours), telling(theirs));
    theirs.retain(|gateway, _| supporting.is_none_or(|supporting| supporting.contains(gateway)));
    let gateways: BTreeSet<&String> = ours.keys().chain(theirs.keys()).copied().collect();
    // Rules that exist only in prose are for people to compare.
    let is_in_prose = |gateway: &String| in_prose && !theirs.contains_key(gateway);
    let differ = gateways.into_iter().filter(|gateway| ours.get(gateway) != theirs.get(gateway));
    let finding = |gateway: &String| {
        let says = |rules: &BTreeMap<&String, &String>| {
            rules.get(gateway).map_or(NO_RULE, |rule| rule.as_str()).to_owned()
        };
        let finding = Finding::new(Kind::GatewayRuleChanged, subject, name).about(gateway);
        finding.between(says(&ours), says(&theirs))
    };
    differ.filter(|gateway| !is_in_prose(gateway)).map(finding).collect()
}

/// The rules without redundant ones: "required" is, if the field is required everywhere, and "optional"
/// if all other gateways are optional too.
fn telling(field: &FieldFacts) -> BTreeMap<&String, &String> {
    let rules = &field.gateways;
    let restricted = rules.get(OTHERS).is_some_and(|others| others != "optional");
    let is_redundant = |rule: &str| match rule {
        "optional" => !restricted,
        "required" => field.required,
        _ => false,
    };
    rules.iter().filter(|(_, rule)| !is_redundant(rule)).collect()
}
