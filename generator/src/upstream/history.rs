//! The changes of upstream between two of its documents.

use std::collections::BTreeMap;

use super::facts::{Facts, FieldFacts};
use super::finding::{Finding, Kind};
use super::rename;

/// Changes of upstream between two of its documents. Items that the schema lacks are left out, because
/// they are findings already.
pub fn compare(ours: &Facts, before: &Facts, now: &Facts) -> Vec<Finding> {
    let mut found = Vec::new();
    for (route, old) in &before.operations {
        let pair = now.operations.get(route).zip(ours.operations.get(route));
        let Some((new, own)) = pair else { continue };
        found.extend(edited(route, "", &old.prose, &new.prose));
        found.extend(edited_fields(route, &own.parameters, &old.parameters, &new.parameters));
    }
    for (name, old) in &before.types {
        let Some(own) = ours.types.get(name) else { continue };
        match now.types.get(name) {
            Some(new) => found.extend(edited_fields(name, own, old, new)),
            None => found.push(Finding::new(Kind::TypeHidden, name, "").between(name, "")),
        }
    }
    found
}

fn edited_fields(
    subject: &str,
    own: &BTreeMap<String, FieldFacts>,
    before: &BTreeMap<String, FieldFacts>,
    now: &BTreeMap<String, FieldFacts>,
) -> Vec<Finding> {
    let renamed = rename::pairs(before, now);
    let mut found = Vec::new();
    for (name, new) in now {
        let was = renamed.get(name.as_str()).copied().unwrap_or(name);
        let Some(old) = before.get(was) else { continue };
        let Some(own) = own.get(was).or_else(|| own.get(name)) else { continue };
        found.extend(edited(subject, name, &old.prose, &new.prose));
        found.extend(dropped_codes(subject, name, own, old, new));
    }
    found
}

fn edited(subject: &str, location: &str, old: &str, new: &str) -> Option<Finding> {
    let finding = || Finding::new(Kind::ProseChanged, subject, location).between(old, new);
    (old != new).then(finding)
}

/// Codes that this place had and others still have.
fn dropped_codes(
    subject: &str,
    name: &str,
    own: &FieldFacts,
    old: &FieldFacts,
    new: &FieldFacts,
) -> impl Iterator<Item = Finding> {
    let listed = !new.values.is_empty();
    let dropped = old.values.iter().filter(move |value| listed && !new.values.contains(value));
    dropped.filter(|value| own.values.contains(value)).map(move |value| {
        Finding::new(Kind::ValueHidden, subject, name).about(value).between(value, "")
    })
}
