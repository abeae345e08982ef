//! Changes of the gateways of an operation, and of their rules for a field.

use std::collections::BTreeSet;

use super::entry::{IN_FIELD, IN_OPERATION, Needed, drop, drop_last, entries, entry, set};
use crate::syntax::yaml::{Content, Node};
use crate::upstream::compare::NO_RULE;
use crate::upstream::edit::{Action, Change};
use crate::upstream::facts::{FieldFacts, OTHERS};
use crate::upstream::finding::{Finding, Kind, New};
use crate::upstream::suggestion;
use crate::upstream::yaml_fragment::{self, YamlFragment};
use crate::yaml_index::{MapEntry, YamlIndex, child, map, scalar};

const GATEWAYS: &str = "gateways";

/// One gateway of an operation's list.
pub fn list(index: &YamlIndex, finding: &Finding) -> Needed {
    let operation = index.subject(&finding.subject).ok_or("the operation is unknown")?;
    let gateway = finding.detail.as_str();
    let written = yaml_fragment::key(gateway);
    let is_listed = finding.theirs == "listed";
    let Some(listed) = entry(operation, GATEWAYS) else {
        let first = format!("[{written}]");
        return if is_listed { set(operation, &IN_OPERATION, GATEWAYS, &first) } else { Ok(None) };
    };
    let Content::List(items) = &listed.value.content else { return Err("its list is not a list") };
    let has_it = items.iter().any(|item| scalar(item) == Some(gateway));
    match (has_it, is_listed) {
        (true, false) if items.len() == 1 => drop(operation, GATEWAYS),
        (true, false) => Ok(Some(Change::of(listed, Action::Take { item: gateway.to_owned() }))),
        (false, true) => Ok(Some(Change::of(listed, Action::Append { item: written }))),
        _ => Ok(None),
    }
}

/// The rules and the note of a gateway that left the list, which can never apply again. Without a list,
/// all gateways support the operation.
pub fn left_behind(index: &YamlIndex, finding: &Finding) -> Needed {
    let leaves = finding.kind == Kind::GatewayListChanged && finding.theirs != "listed";
    let operation = index.subject(&finding.subject).filter(|_| leaves);
    let Some(operation) = operation.filter(|operation| entry(*operation, GATEWAYS).is_some())
    else {
        return Ok(None);
    };
    let gateway = finding.detail.as_str();
    let has_it = |found: &MapEntry<'_>| entry(*found, gateway).is_some();
    if let Some(notes) = entry(operation, "notes").filter(has_it) {
        return drop_last(operation, notes, gateway);
    }
    let places = ["path", "query", "body"].into_iter().filter_map(|place| entry(operation, place));
    let rules = |field| Some((field, entry(field, GATEWAYS).filter(has_it)?));
    match places.flat_map(entries).find_map(rules) {
        Some((field, rules)) => drop_last(field, rules, gateway),
        None => Ok(None),
    }
}

/// A gateway that a finding names and the table of gateways lacks, so that a person has to describe it.
pub fn unknown(index: &YamlIndex, finding: &Finding) -> Option<Change> {
    let table = index.values(TABLE)?;
    let letter = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    let is_code = |code: &String| !code.is_empty() && code.chars().all(letter);
    let mut named = named(finding).into_iter().filter(is_code);
    let code = named.find(|code| child(table.value, code).is_none())?;
    let (key, fragment) = suggestion::value(&code, "");
    let after = map(Some(table.value)).last().map(|(key, _)| key.text.clone());
    let action = Action::Insert { after: after.into_iter().collect(), key, fragment };
    Some(Change::of(table, action))
}

/// The name of the code table that lists the gateways.
const TABLE: &str = "Gateway";

/// The gateways that the schema names after a finding was applied.
pub fn named(finding: &Finding) -> BTreeSet<String> {
    let single = match finding.kind {
        Kind::GatewayListChanged if finding.theirs == "listed" => Some(finding.detail.clone()),
        Kind::GatewayRuleChanged if finding.theirs != NO_RULE => Some(finding.detail.clone()),
        _ => None,
    };
    let (fields, listed): (Vec<&FieldFacts>, &[String]) = match &finding.new {
        Some(New::Field { fact, .. }) => (vec![fact], &[]),
        Some(New::Operation(found)) => (found.parameters.values().collect(), &found.gateways),
        Some(New::Type { members, .. }) => (members.values().collect(), &[]),
        None => (Vec::new(), &[]),
    };
    let rules = fields.into_iter().flat_map(|field| field.gateways.keys());
    let all = rules.chain(listed).cloned().chain(single);
    all.filter(|gateway| gateway != OTHERS).collect()
}

/// The rule of one gateway for a field.
pub fn rule(finding: &Finding, field: MapEntry<'_>) -> Needed {
    let (gateway, rule) = (yaml_fragment::key(&finding.detail), finding.theirs.as_str());
    let Some(rules) = entry(field, GATEWAYS) else {
        let first = format!("{{ {gateway}: {rule} }}");
        return if rule == NO_RULE { Ok(None) } else { set(field, &IN_FIELD, GATEWAYS, &first) };
    };
    match child(rules.value, &finding.detail) {
        Some(Node { content: Content::Map(_), .. }) if is_sentence(rules, finding) => Ok(None),
        Some(Node { content: Content::Map(_), .. }) => Err("the rule has a sentence of its own"),
        Some(_) if rule != NO_RULE => set(rules, &[], &finding.detail, rule),
        Some(_) if map(Some(rules.value)).count() == 1 => drop(field, GATEWAYS),
        Some(_) => drop(rules, &finding.detail),
        None if rule == NO_RULE => Ok(None),
        None => Ok(Some(Change::of(rules, last_rule(rules, gateway, rule)))),
    }
}

/// True if the entry of a gateway without a rule has a sentence alone.
fn is_sentence(rules: MapEntry<'_>, finding: &Finding) -> bool {
    let rule = entry(rules, &finding.detail).and_then(|gateway| entry(gateway, "rule"));
    finding.theirs == NO_RULE && rule.is_none()
}

/// A new rule, behind those of other gateways.
fn last_rule(rules: MapEntry<'_>, gateway: String, rule: &str) -> Action {
    let others = map(Some(rules.value)).map(|(key, _)| key.text.clone());
    let mut after: Vec<String> = others.filter(|name| name != OTHERS).collect();
    after.reverse();
    Action::Insert { after, key: gateway, fragment: YamlFragment::Text(rule.to_owned()) }
}
