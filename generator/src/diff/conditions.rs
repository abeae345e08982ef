//! Conditions: the codes of other fields that make a field required.

use std::collections::BTreeSet;

use super::field_pair::FieldPair;
use super::{Change, rules};
use crate::model::Condition;

/// The cases in which a field is required: another field, and its code.
type Cases = BTreeSet<(String, String)>;

/// The change of the cases. A field or a code that was renamed is a change of its own.
pub fn compare(pair: &FieldPair<'_, '_>, before: &[Condition]) -> Option<Change> {
    let old = cases(before, &|wire, code| (pair.renamed.now(wire), renamed(pair, wire, code)));
    let same = |wire: &str, code: &str| (wire.to_owned(), code.to_owned());
    let new = cases(&pair.after.field.conditions, &same);
    let request =
        if new.is_subset(&old) { &rules::CONDITION_RELAXED } else { &rules::CONDITION_TIGHTENED };
    let rule = pair.members.role.pick(request, &rules::RESPONSE_FACTS_CHANGED);
    let words = |cases: &Cases| {
        cases.iter().map(|(field, code)| format!("`{field}` is `{code}`")).collect::<Vec<_>>()
    };
    (old != new).then(|| pair.site.listed(rule, words(&old), words(&new)))
}

fn renamed(pair: &FieldPair<'_, '_>, wire: &str, code: &str) -> String {
    let mut members = pair.members.before.members.iter();
    let field = members.find(|member| member.field.wire == wire);
    let codes = &pair.members.comparison.codes;
    field.map_or(code, |member| codes.of_type(member.field.ty, code)).to_owned()
}

fn cases(conditions: &[Condition], named: &dyn Fn(&str, &str) -> (String, String)) -> Cases {
    let cases = |condition: &Condition| {
        // The Rust name is that of the other field, which is compared by itself.
        let Condition { wire, field: _, codes } = condition;
        codes.iter().map(|code| named(wire, code)).collect::<Vec<_>>()
    };
    conditions.iter().flat_map(cases).collect()
}
