//! A field that becomes required. Conditions that say the same for a part of the requests are removed
//! with it: rules of gateways that require it, `required_when`, and groups of `one_of`.

use super::entry::{Needed, drop, drop_last, entries, entry};
use crate::upstream::edit::{Action, Change};
use crate::yaml_index::{MapEntry, YamlIndex, field_name, items, scalar};

const REQUIRED: &str = "required";
const RULE: &str = "rule";

/// The next condition to remove.
pub fn next(index: &YamlIndex, subject: &str, location: &str, field: MapEntry<'_>) -> Needed {
    if let Some(change) = rule(field) {
        return change;
    }
    if entry(field, "required_when").is_some() {
        return drop(field, "required_when");
    }
    match index.subject(subject).filter(|_| field_name(location) != location) {
        Some(operation) => group(operation, field_name(location)),
        None => Ok(None),
    }
}

/// A rule that requires it; the sentence of the rule stays.
fn rule(field: MapEntry<'_>) -> Option<Needed> {
    let rules = entry(field, "gateways")?;
    let word = |rule: &MapEntry<'_>| scalar(rule.value).map(str::to_owned);
    let rule_of = |rule: &MapEntry<'_>| entry(*rule, RULE).and_then(|rule| word(&rule));
    let requires =
        |rule: &MapEntry<'_>| word(rule).or_else(|| rule_of(rule)).as_deref() == Some(REQUIRED);
    let rule = entries(rules).find(requires)?;
    let has_sentence = entry(rule, "doc").is_some();
    Some(if has_sentence { drop(rule, RULE) } else { drop_last(field, rules, &rule.key.text) })
}

/// A group of alternatives that the parameter satisfies by itself.
fn group(operation: MapEntry<'_>, name: &str) -> Needed {
    let Some(groups) = entry(operation, "one_of") else { return Ok(None) };
    let mut inside = items(groups.value).iter().flat_map(items);
    if !inside.any(|item| scalar(item) == Some(name)) {
        return Ok(None);
    }
    if items(groups.value).len() == 1 {
        return drop(operation, "one_of");
    }
    Ok(Some(Change::of(groups, Action::Take { item: name.to_owned() })))
}
