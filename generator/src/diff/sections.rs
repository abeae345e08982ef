//! The API as a whole, its sections and its files of shared types.

use std::collections::BTreeSet;

use super::affected::Affected;
use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::matching::Matching;
use super::{Change, Rule, rules};
use crate::model::{Api, Section, SharedModule, TypeId};

/// Every change of the API as a whole, its sections and files.
pub fn compare(comparison: &Comparison<'_>, changes: &mut Vec<Change>) {
    whole(comparison, changes);
    sections(comparison, changes);
    shared_modules(comparison, changes);
}

fn whole(comparison: &Comparison<'_>, changes: &mut Vec<Change>) {
    let Api {
        title,
        doc,
        base_url,
        revision,
        sections: _,
        shared_modules: _,
        types: _,
        // Compared in `abilities`.
        gateways: _,
        payment_lookup: _,
    } = comparison.before;
    let after = comparison.after;
    // Where the crate speaks of itself, no operation is another.
    let api = ChangeSite::new("api".to_owned(), "the crate", Affected::default());
    let base =
        ChangeSite::new("api/base_url".to_owned(), "base_url", comparison.everything.clone());
    changes.extend(api.prose([("title", &**title, &*after.title), ("doc", doc, &after.doc)]));
    let rule = &rules::BASE_URL_CHANGED;
    changes.extend(differs(&base, rule, base_url, &after.base_url));
    let rule = &rules::REVISION_CHANGED;
    changes.extend(differs(&api.inside("revision", "revision"), rule, revision, &after.revision));
    let names = |api: &Api| {
        let names = api.sections.iter().map(|section| section.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    if comparison.sections.reordered {
        let rule = &rules::SECTIONS_REORDERED;
        changes.push(api.changed(rule, names(comparison.before), names(after)));
    }
}

fn sections(comparison: &Comparison<'_>, changes: &mut Vec<Change>) {
    let site = |section: &Section| {
        let mut affected = Affected::default();
        for (old, new) in comparison.both_sides() {
            let found = [old, new].into_iter().flatten();
            if found.map(|call| &call.section.name).any(|name| *name == section.name) {
                affected.add(&comparison.affected(old, new).unwrap_or_default());
            }
        }
        ChangeSite::new(format!("sections/{}", section.name), &section.name, affected)
    };
    let Matching { both, removed, added, .. } = &comparison.sections;
    let removed = removed.iter().map(|old| site(old).removed(&rules::SECTION_REMOVED, &old.handle));
    changes.extend(removed);
    changes.extend(added.iter().map(|new| site(new).added(&rules::SECTION_ADDED, &new.handle)));
    for (before, after) in both {
        section(comparison, &site(after), before, after, changes);
    }
}

fn section(
    comparison: &Comparison<'_>,
    site: &ChangeSite,
    before: &Section,
    after: &Section,
    changes: &mut Vec<Change>,
) {
    // The handle and the file are named after the section.
    let Section { name, handle: _, title, doc, page, source: _, operations: _, types } = before;
    changes.extend(differs(site, &rules::SECTION_RENAMED, name, &after.name));
    changes.extend(site.prose([
        ("title", &**title, &*after.title),
        ("doc", doc, &after.doc),
        ("page", page, &after.page),
    ]));
    let here = comparison.operations.both.iter();
    let names = here.filter(|(_, new)| new.section.name == after.name);
    let (old, new) = names.map(|(old, new)| (&*old.operation.name, &*new.operation.name)).unzip();
    changes.extend(order(site, before, after, old, new));
    changes.extend(rearranged(comparison, site, types, &after.types));
}

/// The operations that stayed in the section.
fn order(
    site: &ChangeSite,
    before: &Section,
    after: &Section,
    old: Vec<&str>,
    new: Vec<&str>,
) -> Option<Change> {
    let at = |name: &&str| before.operations.iter().position(|operation| operation.name == *name);
    let at: Vec<_> = old.iter().filter_map(at).collect();
    let names = |section: &Section, of: &[&str]| {
        let names = section.operations.iter().map(|operation| operation.name.as_str());
        names.filter(|name| of.contains(name)).collect::<Vec<_>>().join(", ")
    };
    let rule = &rules::OPERATIONS_REORDERED;
    (!at.is_sorted()).then(|| site.changed(rule, names(before, &old), names(after, &new)))
}

fn shared_modules(comparison: &Comparison<'_>, changes: &mut Vec<Change>) {
    let (before, after) = (comparison.before, comparison.after);
    let same =
        |old: &SharedModule, new: &SharedModule| old.name == new.name && old.parent == new.parent;
    let matching = Matching::of(&before.shared_modules, &after.shared_modules, &[&same]);
    let path = |file: &SharedModule| format!("{}/{}", file.parent, file.name);
    let site = |file: &SharedModule| ChangeSite::new(path(file), path(file), Affected::default());
    let removed = |old: &&SharedModule| site(old).removed(&rules::SHARED_FILE_REMOVED, path(old));
    changes.extend(matching.removed.iter().map(removed));
    let added = |new: &&SharedModule| site(new).added(&rules::SHARED_FILE_ADDED, path(new));
    changes.extend(matching.added.iter().map(added));
    for (before, after) in matching.both {
        // The name and the parent module are those of the file.
        let SharedModule { name: _, parent: _, title, doc, source: _, types, sections } = before;
        let site = site(after);
        let texts = [("title", &**title, &*after.title), ("doc", doc, &after.doc)];
        changes.extend(site.prose(texts));
        let names = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(", ");
        let rule = &rules::SHARED_FEATURES_CHANGED;
        changes.extend(differs(&site, rule, &names(sections), &names(&after.sections)));
        changes.extend(rearranged(comparison, &site, types, &after.types));
    }
}

/// The types that stayed in a section or a file of shared types, in another order.
fn rearranged(
    comparison: &Comparison<'_>,
    site: &ChangeSite,
    before: &[TypeId],
    after: &[TypeId],
) -> Option<Change> {
    let matching = &comparison.types.both;
    let old = before.iter();
    let old = old.filter_map(|id| matching.iter().find(|(old, _)| old == id).map(|pair| pair.1));
    let new = after.iter().filter(|id| matching.iter().any(|(_, new)| new == *id));
    let names = |types: &mut dyn Iterator<Item = TypeId>| {
        let names: Vec<_> = types.map(|id| comparison.after.ty(id).name.as_str()).collect();
        names.join(", ")
    };
    let (old, new) = (names(&mut old.into_iter()), names(&mut new.copied()));
    differs(site, &rules::TYPES_REARRANGED, &old, &new)
}

fn differs(site: &ChangeSite, rule: &'static Rule, before: &str, after: &str) -> Option<Change> {
    (before != after).then(|| site.changed(rule, before, after))
}
