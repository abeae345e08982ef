//! The rules of single gateways for operations and parameters, and the conditions among parameters.

use std::collections::BTreeSet;

use super::change_site::ChangeSite;
use super::field_pair::FieldPair;
use super::{Change, rules as table};
use crate::model::{Condition, Gateway, GatewayRule, Requirement};

/// The codes of gateways; their names follow the table `Gateway`, which is compared by itself.
pub fn codes<'g>(gateways: impl IntoIterator<Item = &'g Gateway>) -> Vec<&'g str> {
    let code = |gateway: &'g Gateway| {
        let Gateway { code, name: _ } = gateway;
        code.as_str()
    };
    gateways.into_iter().map(code).collect()
}

/// The gateways that support an operation; all when there are none.
pub fn supporting(site: &ChangeSite, before: &[Gateway], after: &[Gateway]) -> Option<Change> {
    let (old, new) = (codes(before), codes(after));
    let all_of = |codes: &[&str], of: &[&str]| {
        codes.is_empty() || (!of.is_empty() && of.iter().all(|code| codes.contains(code)))
    };
    let rule = match (all_of(&new, &old), all_of(&old, &new)) {
        _ if old == new => return None,
        (true, true) => &table::PROSE_CHANGED,
        (true, false) => &table::OPERATION_GATEWAY_ADDED,
        (false, _) => &table::OPERATION_GATEWAY_DROPPED,
    };
    let words = |codes: &[&str]| if codes.is_empty() { "all".into() } else { codes.join(", ") };
    Some(site.changed(rule, words(&old), words(&new)))
}

/// The texts about single gateways.
pub fn notes(
    site: &ChangeSite,
    before: &[(Gateway, String)],
    after: &[(Gateway, String)],
) -> Option<Change> {
    let text = |notes: &[(Gateway, String)]| {
        let notes = notes.iter().map(|(gateway, text)| format!("{}: {text}", gateway.code));
        notes.collect::<Vec<_>>().join("\n")
    };
    site.prose([("notes", &*text(before), &*text(after))])
}

/// The requirements of single gateways.
pub fn rules(
    pair: &FieldPair<'_, '_>,
    before: &[GatewayRule],
    others: Option<Requirement>,
) -> Option<Change> {
    let field = pair.after.field;
    let gateways = codes(before.iter().chain(&field.rules).map(|rule| &rule.gateway));
    let asked: BTreeSet<_> = gateways.into_iter().map(Some).chain([None]).collect();
    let asked = asked
        .into_iter()
        .map(|gateway| (asks(before, others, gateway), asks(&field.rules, field.others, gateway)));
    let differ: Vec<_> = asked.filter(|(old, new)| old != new).collect();
    let tighter = differ.iter().any(|(old, new)| tightens(*old, *new));
    let request =
        if tighter { &table::GATEWAY_RULE_TIGHTENED } else { &table::GATEWAY_RULE_RELAXED };
    let rule = pair.members.role.pick(request, &table::RESPONSE_FACTS_CHANGED);
    let (old, new) = (words(before, others), words(&field.rules, field.others));
    (!differ.is_empty()).then(|| pair.site.changed(rule, old, new))
}

/// The requirement of a gateway, or of all gateways without a rule of their own.
fn asks(
    rules: &[GatewayRule],
    others: Option<Requirement>,
    gateway: Option<&str>,
) -> Option<Requirement> {
    let own = rules.iter().find(|rule| Some(rule.gateway.code.as_str()) == gateway);
    own.map_or(others, |rule| rule.requirement)
}

fn tightens(before: Option<Requirement>, after: Option<Requirement>) -> bool {
    let binds = |after| matches!(after, Some(Requirement::Required | Requirement::Unsupported));
    before != after && binds(after)
}

fn words(rules: &[GatewayRule], others: Option<Requirement>) -> String {
    let own = rules.iter().filter_map(|rule| {
        let GatewayRule { gateway, requirement, doc: _ } = rule;
        Some(format!("{}: {}", gateway.code, (*requirement)?.word()))
    });
    let others = others.map(|others| format!("others: {}", others.word()));
    let words: Vec<_> = own.chain(others).collect();
    if words.is_empty() { "no rules".to_owned() } else { words.join(", ") }
}

/// The texts about a field at single gateways.
pub fn rule_texts(pair: &FieldPair<'_, '_>, before: &[GatewayRule]) -> Option<Change> {
    let text = |rules: &[GatewayRule]| {
        let texts = rules
            .iter()
            .filter_map(|rule| Some(format!("{}: {}", rule.gateway.code, rule.doc.as_ref()?)));
        texts.collect::<Vec<_>>().join("\n")
    };
    pair.site.prose([("gateways", &*text(before), &*text(&pair.after.field.rules))])
}

/// The codes of other fields that make this one required.
pub fn conditions(pair: &FieldPair<'_, '_>, before: &[Condition]) -> Option<Change> {
    let after = &pair.after.field.conditions;
    let (old, new) = (cases(before), cases(after));
    let request =
        if new.is_subset(&old) { &table::CONDITION_RELAXED } else { &table::CONDITION_TIGHTENED };
    let rule = pair.members.role.pick(request, &table::RESPONSE_FACTS_CHANGED);
    let words = |cases: &BTreeSet<(&str, &str)>| {
        let words: Vec<_> =
            cases.iter().map(|(field, code)| format!("`{field}` is `{code}`")).collect();
        if words.is_empty() { "never".to_owned() } else { words.join(" or ") }
    };
    (old != new).then(|| pair.site.changed(rule, words(&old), words(&new)))
}

fn cases(conditions: &[Condition]) -> BTreeSet<(&str, &str)> {
    let cases = |condition| {
        // The Rust name is that of the other field, which is compared by itself.
        let Condition { wire, field: _, codes }: &Condition = condition;
        codes.iter().map(|code| (wire.as_str(), code.as_str()))
    };
    conditions.iter().flat_map(cases).collect()
}
