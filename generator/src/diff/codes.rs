//! Codes of an enumeration.

use super::change_site::ChangeSite;
use super::matching::Matching;
use super::role::Role;
use super::type_pair::TypePair;
use super::{Change, rules};
use crate::model::{EnumValue, Enumeration};

/// Every change of the codes.
pub fn compare(
    pair: &TypePair<'_, '_>,
    before: &Enumeration,
    after: &Enumeration,
    changes: &mut Vec<Change>,
) {
    let Enumeration { integer, values } = before;
    let role = Role { sent: pair.sent_in_both(), received: pair.received, record: false };
    changes.extend(json(pair, role, *integer, after.integer));
    let matching = Matching::of(
        values,
        &after.values,
        &[&|old, new| old.code == new.code, &|old, new| old.name == new.name],
    );
    let site = |ty: &str, value: &EnumValue| {
        pair.site.inside(&value.code, format!("{ty}::{}", value.name))
    };
    let rule = role.pick(&rules::REQUEST_CODE_REMOVED, &rules::RESPONSE_CODE_REMOVED);
    let removed = |old: &&EnumValue| site(&pair.before.name, old).removed(rule, &old.code);
    changes.extend(matching.removed.iter().map(removed));
    let added = |new: &&EnumValue| site(&pair.after.name, new).added(&rules::CODE_ADDED, &new.code);
    changes.extend(matching.added.iter().map(added));
    for (old, new) in &matching.both {
        value(&site(&pair.after.name, new), old, new, changes);
    }
    if matching.reordered {
        let codes = |values: &[EnumValue]| {
            values.iter().map(|value| value.code.as_str()).collect::<Vec<_>>().join(", ")
        };
        let (old, new) = (codes(values), codes(&after.values));
        changes.push(pair.site.changed(&rules::CODES_REORDERED, old, new));
    }
}

fn json(pair: &TypePair<'_, '_>, role: Role, before: bool, after: bool) -> Option<Change> {
    let rule = role.pick(&rules::REQUEST_CODE_JSON_CHANGED, &rules::RESPONSE_CODE_JSON_CHANGED);
    let word = |integer| if integer { "integers" } else { "strings" };
    pair.differs(rule, word(before), word(after))
}

fn value(site: &ChangeSite, before: &EnumValue, after: &EnumValue, changes: &mut Vec<Change>) {
    let EnumValue { code, name, title, doc } = before;
    if *code != after.code {
        changes.push(site.changed(&rules::CODE_CHANGED_ON_WIRE, code, &after.code));
    }
    if *name != after.name {
        changes.push(site.changed(&rules::VARIANT_RENAMED, name, &after.name));
    }
    if *title != after.title {
        changes.push(site.changed(&rules::CODE_LABEL_CHANGED, title, &after.title));
    }
    changes.extend(site.prose([("doc", &**doc, &*after.doc)]));
}
