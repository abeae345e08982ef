//! Gateways: the supporting ones of an operation, and their rules for a field.

use std::collections::{BTreeMap, BTreeSet};

use crate::upstream::facts::{FieldFacts, OTHERS};
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

/// The gateways with different rules for a field.
pub fn rules(
    (subject, name): (&str, &str),
    ours: &FieldFacts,
    theirs: &FieldFacts,
    is_strict: bool,
) -> Vec<Finding> {
    let in_prose = theirs.rules_in_prose && !is_strict;
    let (ours, theirs) = (telling(&ours.gateways), telling(&theirs.gateways));
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

/// The rules without redundant ones: "optional" is, if all other gateways are optional too.
fn telling(rules: &BTreeMap<String, String>) -> BTreeMap<&String, &String> {
    let restricted = rules.get(OTHERS).is_some_and(|others| others != "optional");
    rules.iter().filter(|(_, rule)| restricted || *rule != "optional").collect()
}
