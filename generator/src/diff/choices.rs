//! The records of a choice.

use super::change_site::ChangeSite;
use super::matching::Matching;
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
    let matching = Matching::of(before, after, &[&|old, new| old.name == new.name, &same_type]);
    let site = |ty: &str, choice: &Choice| {
        pair.site.inside(&choice.name, format!("{ty}::{}", choice.name))
    };
    let removed = |old: &&Choice| {
        site(&pair.before.name, old).removed(&rules::CHOICE_REMOVED, discriminator(old))
    };
    changes.extend(matching.removed.iter().map(removed));
    let added =
        |new: &&Choice| site(&pair.after.name, new).added(&rules::CHOICE_ADDED, discriminator(new));
    changes.extend(matching.added.iter().map(added));
    for (old, new) in &matching.both {
        choice(pair, &site(&pair.after.name, new), old, new, changes);
    }
    if matching.reordered {
        let names = |choices: &[Choice]| {
            choices.iter().map(|choice| choice.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        changes.push(pair.site.changed(&rules::CHOICES_REORDERED, names(before), names(after)));
    }
}

fn choice(
    pair: &TypePair<'_, '_>,
    site: &ChangeSite,
    before: &Choice,
    after: &Choice,
    changes: &mut Vec<Change>,
) {
    let Choice { name, doc, ty, when } = before;
    if *name != after.name {
        changes.push(site.changed(&rules::CHOICE_RENAMED, name, &after.name));
    }
    if !pair.comparison.same_type(*ty, after.ty) {
        let old = signature::whole(pair.comparison.before, *ty);
        let new = signature::whole(pair.comparison.after, after.ty);
        changes.push(site.changed(&rules::CHOICE_RETYPED, old, new));
    }
    if *when != after.when {
        changes.push(site.changed(
            &rules::CHOICE_DISCRIMINATOR_CHANGED,
            discriminator(before),
            discriminator(after),
        ));
    }
    changes.extend(site.prose([("doc", &**doc, &*after.doc)]));
}

fn discriminator(choice: &Choice) -> String {
    match &choice.when {
        Some(when) => format!("identified by `{when}`"),
        None => "every other response".to_owned(),
    }
}
