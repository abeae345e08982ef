//! Codes of an enumeration.

use super::pairs::Pairs;
use super::role::Role;
use super::spot::Spot;
use super::type_pair::TypePair;
use super::{Change, rules};
use crate::model::{Enumeration, Value};

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
    let pairs = Pairs::of(
        values,
        &after.values,
        &[&|old, new| old.code == new.code, &|old, new| old.name == new.name],
    );
    let spot =
        |ty: &str, value: &Value| pair.spot.inside(&value.code, format!("{ty}::{}", value.name));
    let removed = role.pick(&rules::REQUEST_CODE_REMOVED, &rules::RESPONSE_CODE_REMOVED);
    let gone = |old: &&Value| spot(&pair.before.name, old).gone(removed, &old.code);
    changes.extend(pairs.removed.iter().map(gone));
    let came = |new: &&Value| spot(&pair.after.name, new).came(&rules::CODE_ADDED, &new.code);
    changes.extend(pairs.added.iter().map(came));
    for (old, new) in &pairs.both {
        value(&spot(&pair.after.name, new), old, new, changes);
    }
    if pairs.reordered {
        let codes = |values: &[Value]| {
            values.iter().map(|value| value.code.as_str()).collect::<Vec<_>>().join(", ")
        };
        let (old, new) = (codes(values), codes(&after.values));
        changes.push(pair.spot.became(&rules::CODES_REORDERED, old, new));
    }
}

fn json(pair: &TypePair<'_, '_>, role: Role, before: bool, after: bool) -> Option<Change> {
    let rule = role.pick(&rules::REQUEST_CODE_JSON_CHANGED, &rules::RESPONSE_CODE_JSON_CHANGED);
    let word = |integer| if integer { "integers" } else { "strings" };
    pair.differs(rule, word(before), word(after))
}

fn value(spot: &Spot, before: &Value, after: &Value, changes: &mut Vec<Change>) {
    let Value { code, name, title, doc } = before;
    if *code != after.code {
        changes.push(spot.became(&rules::CODE_CHANGED_ON_WIRE, code, &after.code));
    }
    if *name != after.name {
        changes.push(spot.became(&rules::VARIANT_RENAMED, name, &after.name));
    }
    if *title != after.title {
        changes.push(spot.became(&rules::CODE_LABEL_CHANGED, title, &after.title));
    }
    changes.extend(spot.prose([("doc", &**doc, &*after.doc)]));
}
