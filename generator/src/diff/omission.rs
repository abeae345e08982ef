//! The effect of an omitted parameter: defaults, sentences and explicit omissions.

use super::field_pair::FieldPair;
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
    let codes = &pair.members.comparison.codes;
    let default = default.map(|code| codes.of_type(pair.before.field.ty, code).to_owned());
    changes.extend(fact(pair, defaults, default, new.default.clone()));
    changes.extend(explicit(pair));
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
    (before != after).then(|| pair.site.change(rule, before, after))
}

fn explicit(pair: &FieldPair<'_, '_>) -> Option<Change> {
    let (old, new) = (pair.before.field.explicit_omission(), pair.after.field.explicit_omission());
    let rule = match (old, new) {
        (None, Some(_)) => &rules::OMISSION_NOW_EXPLICIT,
        (Some(_), None) => &rules::OMISSION_NO_LONGER_EXPLICIT,
        (Some(old), Some(new)) if words(old) != words(new) => &rules::EXPLICIT_OMISSION_RENAMED,
        _ => return None,
    };
    let StructPair { before, after, .. } = pair.members;
    let before = old.map_or_else(|| before.giving(pair.before.field), words);
    let after = new.map_or_else(|| after.giving(pair.after.field), words);
    Some(pair.site.changed(rule, before, after))
}

/// `CancelAmount::{Full, Partial}`
fn words(omission: &ExplicitOmission) -> String {
    let ExplicitOmission { risk: _, name, omit, value } = omission;
    format!("{name}::{{{omit}, {value}}}")
}

fn risk(pair: &FieldPair<'_, '_>) -> Option<Change> {
    let risk = |omission: &ExplicitOmission| Risk::word(omission.risk);
    let old = risk(pair.before.field.explicit_omission()?);
    let new = risk(pair.after.field.explicit_omission()?);
    (old != new).then(|| pair.site.changed(&rules::RISK_CHANGED, old, new))
}
