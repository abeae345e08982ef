//! Names of fields and setters that are those of another field now.

use super::accepts::accepts;
use super::exchange::{Exchange, Named, Past, Present};
use super::matching::Matching;
use super::struct_pair::StructPair;
use super::struct_view::{Member, is_argument};
use super::{Change, rules};

/// The names that stand for another field, where programs that use them compile.
pub fn compare<'a>(pair: &StructPair<'_, 'a>, matching: &Matching<Member<'a>>) -> Exchange<'a> {
    let named = |member: Member<'a>| Named { name: &member.field.name, thing: &member.field.wire };
    let both = matching.both.iter().map(|(old, new)| (*old, Some(*new)));
    let old = both.chain(matching.removed.iter().map(|old| (*old, None)));
    let past: Vec<_> = old
        .map(|(old, new)| Past { old, was: named(old), is: new.map(|new| new.field.name.as_str()) })
        .collect();
    let present: Vec<_> =
        pair.after.members.iter().map(|new| Present { new: *new, is: named(*new) }).collect();
    Exchange::of(&past, &present, |old, new| compiles(pair, old, new))
}

/// Programs name setters, and the public fields of records; arguments have positions instead.
fn compiles(pair: &StructPair<'_, '_>, old: Member<'_>, new: Member<'_>) -> bool {
    let (before, after) = (pair.before, pair.after);
    if pair.role.record {
        return before.reading(old.field) == after.reading(new.field);
    }
    let is_setter = |member: Member<'_>| !is_argument(member.field);
    is_setter(old) && is_setter(new) && accepts((before.api, old.field), (after.api, new.field))
}

/// The change for all of them.
pub fn change(pair: &StructPair<'_, '_>, names: Exchange<'_>) -> Option<Change> {
    let rule = if pair.role.record { &rules::FIELDS_SWAPPED } else { &rules::SETTERS_SWAPPED };
    names.change(pair.site, rule)
}
