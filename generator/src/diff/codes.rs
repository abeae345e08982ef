//! Codes of an enumeration.

use super::change_site::ChangeSite;
use super::exchange::{Exchange, Named, Past, Present};
use super::matching::Matching;
use super::role::Role;
use super::type_pair::TypePair;
use super::{Change, counterparts, rules};
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
    let matching = counterparts::codes(values, &after.values);
    let site = |ty: &str, value: &EnumValue| {
        pair.site.inside(&value.code, format!("{ty}::{}", value.name))
    };
    let rule = role.pick(&rules::REQUEST_CODE_REMOVED, &rules::RESPONSE_CODE_REMOVED);
    let removed = |old: &&EnumValue| site(&pair.before.name, old).removed(rule, &old.code);
    changes.extend(matching.removed.iter().map(removed));
    let added = |new: &&EnumValue| site(&pair.after.name, new).added(&rules::CODE_ADDED, &new.code);
    changes.extend(matching.added.iter().map(added));
    let names = names(&matching, &after.values);
    for (old, new) in &matching.both {
        value(&site(&pair.after.name, new), old, new, &names, changes);
    }
    changes.extend(names.change(&pair.site, &rules::VARIANTS_SWAPPED));
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

/// The names of variants that stand for another code now.
fn names<'a>(matching: &Matching<&'a EnumValue>, after: &'a [EnumValue]) -> Exchange<'a> {
    let named = |value: &'a EnumValue| Named { name: &value.name, thing: &value.code };
    let both = matching.both.iter().map(|(old, new)| (*old, Some(new.name.as_str())));
    let old = both.chain(matching.removed.iter().map(|old| (*old, None)));
    let past: Vec<_> = old.map(|(old, is)| Past { old, was: named(old), is }).collect();
    let present: Vec<_> = after.iter().map(|new| Present { new, is: named(new) }).collect();
    Exchange::of(&past, &present, |_, _| true)
}

fn value(
    site: &ChangeSite,
    before: &EnumValue,
    after: &EnumValue,
    names: &Exchange<'_>,
    changes: &mut Vec<Change>,
) {
    let EnumValue { code, name, title, doc } = before;
    let is_renamed = *name != after.name && !names.has(name);
    let whole = |value: &EnumValue| format!("`{}`, `{}`", value.code, value.name);
    match (*code != after.code, is_renamed) {
        (true, true) => {
            changes.push(site.changed(&rules::CODE_RENAMED, whole(before), whole(after)));
        }
        (true, false) => {
            changes.push(site.changed(&rules::CODE_CHANGED_ON_WIRE, code, &after.code));
        }
        (false, true) => changes.push(site.changed(&rules::VARIANT_RENAMED, name, &after.name)),
        (false, false) => {}
    }
    if *title != after.title {
        changes.push(site.changed(&rules::CODE_LABEL_CHANGED, title, &after.title));
    }
    changes.extend(site.prose([("doc", &**doc, &*after.doc)]));
}
