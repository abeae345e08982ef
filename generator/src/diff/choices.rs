//! The records of a choice.

use super::change_site::ChangeSite;
use super::exchange::{Exchange, Named, Past, Present};
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
    let matching = Matching::of(
        before,
        after,
        &[&|old, new| same_type(old, new) && old.when == new.when, &same_type, &|old, new| {
            old.name == new.name
        }],
    );
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
    let names = names(&matching, after);
    for (old, new) in &matching.both {
        let site = site(&pair.after.name, new);
        if old.name != new.name && !names.has(&old.name) {
            changes.push(site.changed(&rules::CHOICE_RENAMED, &old.name, &new.name));
        }
        choice(pair, &site, old, new, changes);
    }
    changes.extend(names.change(&pair.site, &rules::CHOICES_SWAPPED));
    if matching.reordered {
        let names = |choices: &[Choice]| {
            choices.iter().map(|choice| choice.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        changes.push(pair.site.changed(&rules::CHOICES_REORDERED, names(before), names(after)));
    }
}

/// The names of variants that stand for another record now.
fn names<'a>(matching: &Matching<&'a Choice>, after: &'a [Choice]) -> Exchange<'a> {
    let named = |choice: &'a Choice| Named {
        name: &choice.name,
        thing: choice.when.as_deref().unwrap_or("every other response"),
    };
    let both = matching.both.iter().map(|(old, new)| (*old, Some(new.name.as_str())));
    let old = both.chain(matching.removed.iter().map(|old| (*old, None)));
    let past: Vec<_> = old.map(|(old, is)| Past { old, was: named(old), is }).collect();
    let present: Vec<_> = after.iter().map(|new| Present { new, is: named(new) }).collect();
    Exchange::of(&past, &present, |_, _| true)
}

fn choice(
    pair: &TypePair<'_, '_>,
    site: &ChangeSite,
    before: &Choice,
    after: &Choice,
    changes: &mut Vec<Change>,
) {
    // The name is compared with those of the others.
    let Choice { name: _, doc, ty, when } = before;
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
