//! Changes of the gateways of an operation, and of their rules for a field.

use super::entry::{IN_FIELD, IN_OPERATION, Needed, drop, set};
use crate::syntax::yaml::{Content, Node};
use crate::upstream::compare::NO_RULE;
use crate::upstream::edit::{Action, Change};
use crate::upstream::facts::OTHERS;
use crate::upstream::finding::Finding;
use crate::upstream::yaml_fragment::{self, YamlFragment};
use crate::yaml_index::{MapEntry, YamlIndex, child, map, scalar};

const GATEWAYS: &str = "gateways";

/// The entry of the gateways in an operation or a field.
fn gateways(inside: MapEntry<'_>) -> Option<MapEntry<'_>> {
    let (key, value) = map(Some(inside.value)).find(|(key, _)| key.text == GATEWAYS)?;
    Some(MapEntry { file: inside.file, key, value })
}

/// One gateway of an operation's list.
pub fn list(index: &YamlIndex, finding: &Finding) -> Needed {
    let operation = index.subject(&finding.subject).ok_or("the operation is unknown")?;
    let gateway = finding.detail.as_str();
    let written = yaml_fragment::key(gateway);
    let is_listed = finding.theirs == "listed";
    let Some(entry) = gateways(operation) else {
        let first = format!("[{written}]");
        return if is_listed { set(operation, &IN_OPERATION, GATEWAYS, &first) } else { Ok(None) };
    };
    let Content::List(items) = &entry.value.content else { return Err("its list is not a list") };
    let has_it = items.iter().any(|item| scalar(item) == Some(gateway));
    match (has_it, is_listed) {
        (true, false) if items.len() == 1 => drop(operation, GATEWAYS),
        (true, false) => Ok(Some(Change::of(entry, Action::Take { item: gateway.to_owned() }))),
        (false, true) => Ok(Some(Change::of(entry, Action::Append { item: written }))),
        _ => Ok(None),
    }
}

/// The rule of one gateway for a field.
pub fn rule(finding: &Finding, field: MapEntry<'_>) -> Needed {
    let (gateway, rule) = (yaml_fragment::key(&finding.detail), finding.theirs.as_str());
    let Some(rules) = gateways(field) else {
        let first = format!("{{ {gateway}: {rule} }}");
        return if rule == NO_RULE { Ok(None) } else { set(field, &IN_FIELD, GATEWAYS, &first) };
    };
    match child(rules.value, &finding.detail) {
        Some(Node { content: Content::Map(_), .. }) => Err("the rule has a sentence of its own"),
        Some(_) if rule != NO_RULE => set(rules, &[], &finding.detail, rule),
        Some(_) if map(Some(rules.value)).count() == 1 => drop(field, GATEWAYS),
        Some(_) => drop(rules, &finding.detail),
        None if rule == NO_RULE => Ok(None),
        None => Ok(Some(Change::of(rules, last_rule(rules, gateway, rule)))),
    }
}

/// A new rule, behind those of other gateways.
fn last_rule(rules: MapEntry<'_>, gateway: String, rule: &str) -> Action {
    let others = map(Some(rules.value)).map(|(key, _)| key.text.clone());
    let mut after: Vec<String> = others.filter(|name| name != OTHERS).collect();
    after.reverse();
    Action::Insert { after, key: gateway, fragment: YamlFragment::Text(rule.to_owned()) }
}
