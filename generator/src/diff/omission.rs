//! The effect of an omitted parameter: defaults, sentences and decisions.

use super::field_pair::FieldPair;
use super::owner::decision;
use super::struct_pair::StructPair;
use super::{Change, rules};
use crate::model::{ExplicitOmission, Omission, Risk};

/// Every change of what leaving it out does.
pub fn compare(
    pair: &FieldPair<'_, '_>,
    default: Option<&str>,
    omitted: Option<&Omission>,
    changes: &mut Vec<Change>,
) {
    let new = pair.after.field;
    let means = |omitted: Option<&Omission>| {
        let Omission { means, explicit: _ } = omitted?;
        Some(means.clone())
    };
    let (old_text, new_text) = (means(omitted), means(new.omitted.as_ref()));
    let texts = (&rules::OMISSION_DOCUMENTED, &rules::OMISSION_CHANGED);
    changes.extend(fact(pair, texts, old_text, new_text));
    let defaults = (&rules::DEFAULT_DOCUMENTED, &rules::DEFAULT_CHANGED);
    changes.extend(fact(pair, defaults, default.map(str::to_owned), new.default.clone()));
    changes.extend(decisions(pair));
    changes.extend(risk(pair));
}

/// A fact that is new in the docs, or another one.
fn fact(
    pair: &FieldPair<'_, '_>,
    (new, other): (&'static super::Rule, &'static super::Rule),
    before: Option<String>,
    after: Option<String>,
) -> Option<Change> {
    let request = if before.is_none() { new } else { other };
    let rule = pair.members.role.pick(request, &rules::RESPONSE_FACTS_CHANGED);
    (before != after).then(|| pair.spot.change(rule, before, after))
}

fn decisions(pair: &FieldPair<'_, '_>) -> Option<Change> {
    let (old, new) = (decision(pair.before.field), decision(pair.after.field));
    let rule = match (old, new) {
        (None, Some(_)) => &rules::NOW_DECISION,
        (Some(_), None) => &rules::NO_LONGER_DECISION,
        (Some(old), Some(new)) if words(old) != words(new) => &rules::DECISION_RENAMED,
        _ => return None,
    };
    let StructPair { before, after, .. } = pair.members;
    let before = old.map_or_else(|| before.giving(pair.before.field), words);
    let after = new.map_or_else(|| after.giving(pair.after.field), words);
    Some(pair.spot.became(rule, before, after))
}

/// `CancelAmount::{Full, Partial}`
fn words(decision: &ExplicitOmission) -> String {
    let ExplicitOmission { risk: _, name, omit, value } = decision;
    format!("{name}::{{{omit}, {value}}}")
}

fn risk(pair: &FieldPair<'_, '_>) -> Option<Change> {
    let risk = |decision: &ExplicitOmission| Risk::word(decision.risk);
    let old = risk(decision(pair.before.field)?);
    let new = risk(decision(pair.after.field)?);
    (old != new).then(|| pair.spot.became(&rules::HAZARD_CHANGED, old, new))
}
