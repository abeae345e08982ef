//! The rules of single gateways for operations and parameters.

use std::collections::BTreeSet;

use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::field_pair::FieldPair;
use super::{Change, rules as table};
use crate::model::{Gateway, GatewayRule, Requirement};

/// The codes of gateways; their names follow the table `Gateway`, which is compared by itself.
pub fn codes<'g>(gateways: impl IntoIterator<Item = &'g Gateway>) -> Vec<&'g str> {
    let code = |gateway: &'g Gateway| {
        let Gateway { code, name: _ } = gateway;
        code.as_str()
    };
    gateways.into_iter().map(code).collect()
}

/// The gateways that support an operation; all when there are none.
pub fn supporting(
    comparison: &Comparison<'_>,
    site: &ChangeSite,
    before: &[Gateway],
    after: &[Gateway],
) -> Option<Change> {
    let old = codes(before).into_iter().map(|code| comparison.gateway(code)).collect::<Vec<_>>();
    let new = codes(after);
    let all_of = |codes: &[&str], of: &[&str]| {
        codes.is_empty() || (!of.is_empty() && of.iter().all(|code| codes.contains(code)))
    };
    let rule = match (all_of(&new, &old), all_of(&old, &new)) {
        _ if old == new => return None,
        (true, true) => &table::PROSE_CHANGED,
        (true, false) => &table::OPERATION_GATEWAY_ADDED,
        (false, _) => &table::OPERATION_GATEWAY_DROPPED,
    };
    if old.is_empty() || new.is_empty() {
        let words = |codes: &[&str]| match codes {
            [] => "all gateways".to_owned(),
            codes => codes.join(", "),
        };
        return Some(site.changed(rule, words(&old), words(&new)));
    }
    let list = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
    Some(site.listed(rule, list(old), list(new)))
}

/// The texts about single gateways.
pub fn notes(
    comparison: &Comparison<'_>,
    site: &ChangeSite,
    before: &[(Gateway, String)],
    after: &[(Gateway, String)],
) -> Option<Change> {
    let text = |notes: &[(Gateway, String)], name: &dyn Fn(&str) -> String| {
        let notes = notes.iter().map(|(gateway, text)| format!("{}: {text}", name(&gateway.code)));
        notes.collect::<Vec<_>>().join("\n")
    };
    let old = text(before, &|code| comparison.gateway(code).to_owned());
    site.prose([("notes", &*old, &*text(after, &str::to_owned))])
}

/// The rules of the old model, with the new codes of gateways.
fn renamed(pair: &FieldPair<'_, '_>, rules: &[GatewayRule]) -> Vec<GatewayRule> {
    let renamed = |rule: &GatewayRule| {
        let mut rule = rule.clone();
        rule.gateway.code = pair.members.comparison.gateway(&rule.gateway.code).to_owned();
        rule
    };
    rules.iter().map(renamed).collect()
}

/// The requirements of single gateways.
pub fn rules(
    pair: &FieldPair<'_, '_>,
    before: &[GatewayRule],
    others: Option<Requirement>,
) -> Option<Change> {
    let (field, before) = (pair.after.field, &*renamed(pair, before));
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
    (!differ.is_empty()).then(|| pair.site.listed(rule, old, new))
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

fn words(rules: &[GatewayRule], others: Option<Requirement>) -> Vec<String> {
    let own = rules.iter().filter_map(|rule| {
        let GatewayRule { gateway, requirement, doc: _ } = rule;
        Some(format!("{}: {}", gateway.code, (*requirement)?.word()))
    });
    let others = others.map(|others| format!("others: {}", others.word()));
    own.chain(others).collect()
}

/// The texts about a field at single gateways.
pub fn rule_texts(pair: &FieldPair<'_, '_>, before: &[GatewayRule]) -> Option<Change> {
    let text = |rules: &[GatewayRule]| {
        let texts = rules
            .iter()
            .filter_map(|rule| Some(format!("{}: {}", rule.gateway.code, rule.doc.as_ref()?)));
        texts.collect::<Vec<_>>().join("\n")
    };
    let (old, new) = (text(&renamed(pair, before)), text(&pair.after.field.rules));
    pair.site.prose([("gateways", &*old, &*new)])
}
