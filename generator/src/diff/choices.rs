//! The records of a choice.

use super::pairs::Pairs;
use super::spot::Spot;
use super::type_pair::TypePair;
use super::{Change, rules, signature};
use crate::model::Choice;

/// Every change of the choices.
pub fn compare(
    pair: &TypePair<'_, '_>,
    before: &[Choice],
    after: &[Choice],
    changes: &mut Vec<Change>,
) {
    let same_type = |old: &Choice, new: &Choice| pair.comparison.same_type(old.ty, new.ty);
    let pairs = Pairs::of(before, after, &[&|old, new| old.name == new.name, &same_type]);
    let spot = |ty: &str, choice: &Choice| {
        pair.spot.inside(&choice.name, format!("{ty}::{}", choice.name))
    };
    let gone = |old: &&Choice| spot(&pair.before.name, old).gone(&rules::CHOICE_REMOVED, told(old));
    changes.extend(pairs.removed.iter().map(gone));
    let came = |new: &&Choice| spot(&pair.after.name, new).came(&rules::CHOICE_ADDED, told(new));
    changes.extend(pairs.added.iter().map(came));
    for (old, new) in &pairs.both {
        choice(pair, &spot(&pair.after.name, new), old, new, changes);
    }
    if pairs.reordered {
        let names = |choices: &[Choice]| {
            choices.iter().map(|choice| choice.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        changes.push(pair.spot.became(&rules::CHOICES_REORDERED, names(before), names(after)));
    }
}

fn choice(
    pair: &TypePair<'_, '_>,
    spot: &Spot,
    before: &Choice,
    after: &Choice,
    changes: &mut Vec<Change>,
) {
    let Choice { name, doc, ty, when } = before;
    if *name != after.name {
        changes.push(spot.became(&rules::CHOICE_RENAMED, name, &after.name));
    }
    if !pair.comparison.same_type(*ty, after.ty) {
        let old = signature::whole(pair.comparison.before, *ty);
        let new = signature::whole(pair.comparison.after, after.ty);
        changes.push(spot.became(&rules::CHOICE_RETYPED, old, new));
    }
    if *when != after.when {
        changes.push(spot.became(&rules::CHOICE_TOLD_OTHERWISE, told(before), told(after)));
    }
    changes.extend(spot.prose([("doc", &**doc, &*after.doc)]));
}

fn told(choice: &Choice) -> String {
    match &choice.when {
        Some(when) => format!("told by `{when}`"),
        None => "every other answer".to_owned(),
    }
}
