//! The arguments of `new`, which callers tell apart by their positions alone.

use super::accepts::accepts;
use super::matching::Matching;
use super::struct_pair::StructPair;
use super::struct_view::{Member, is_argument};
use super::{Change, rules};
use crate::model::Field;

/// The change of the places of arguments, if there is any.
pub fn compare(pair: &StructPair<'_, '_>, matching: &Matching<Member<'_>>) -> Option<Change> {
    let (before, after) = (pair.before.arguments(), pair.after.arguments());
    let (old, new) = (pair.before.constructor(), pair.after.constructor());
    let moved = moved(&before, &after, matching);
    if !moved.is_empty() && compiles(pair, &before, &after) {
        let rule = &rules::ARGUMENTS_SWAPPED;
        return Some(pair.site.changed(rule, old, new).noting(&moved.join(", ")));
    }
    let rule = &rules::ARGUMENTS_REORDERED;
    is_reordered(&before, &after, matching).then(|| pair.site.changed(rule, old, new))
}

/// The values of old calls that would be sent under another name, if the calls compile.
fn moved(before: &[&Field], after: &[&Field], matching: &Matching<Member<'_>>) -> Vec<String> {
    let moved = |(old, new): (&&Field, &&Field)| {
        let mut both = matching.both.iter();
        let partner = both.find(|(_, other)| other.field.name == new.name);
        // Callers know the old names.
        let (wire, name) = partner.map_or((&new.wire, None), |(partner, _)| {
            (&partner.field.wire, Some(&partner.field.name))
        });
        let sent = || format!("the value of `{}` would be sent as `{wire}`", old.wire);
        (name != Some(&old.name)).then(sent)
    };
    before.iter().zip(after).filter_map(moved).collect()
}

fn compiles(pair: &StructPair<'_, '_>, before: &[&Field], after: &[&Field]) -> bool {
    let (old_api, new_api) = (pair.before.api, pair.after.api);
    before.len() == after.len()
        && before.iter().zip(after).all(|(old, new)| accepts((old_api, old), (new_api, new)))
}

fn is_reordered(before: &[&Field], after: &[&Field], matching: &Matching<Member<'_>>) -> bool {
    let at = |arguments: &[&Field], member: &Member<'_>| {
        arguments.iter().position(|field| field.name == member.field.name)
    };
    let both = matching.both.iter();
    let both = both.filter(|(old, new)| is_argument(old.field) && is_argument(new.field));
    let mut places: Vec<_> = both.map(|(old, new)| (at(after, new), at(before, old))).collect();
    places.sort_unstable();
    !places.is_sorted_by_key(|(_, old)| *old)
}
