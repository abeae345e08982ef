//! Facts that only upstream states. Two of its documents are compared; our schema has none of them.

use std::collections::BTreeSet;

use super::compared_facts::ComparedFacts;
use super::limits::or_none;
use crate::upstream::facts::{BASE_URL, FieldFacts, OperationFacts, Settings};
use crate::upstream::finding::{Finding, Kind, WHOLE_API};
use crate::upstream::prose::{self, Prose};

/// Host, base path, schemes, media types and security; of our schema, the base URL.
pub fn of_documents(comparison: &mut ComparedFacts<'_>) {
    let (ours, theirs) = (&comparison.ours.transport, &comparison.theirs.transport);
    let theirs = if comparison.is_strict { theirs.clone() } else { base_url(ours, theirs) };
    let found = changed(Kind::TransportChanged, (WHOLE_API, ""), ours, &theirs);
    comparison.found.extend(found);
}

/// Upstream's base URL, or ours where upstream does not state one.
fn base_url(ours: &Settings, theirs: &Settings) -> Settings {
    let Some(host) = theirs.get("host") else { return ours.clone() };
    let scheme = theirs.get("schemes").map_or("https", String::as_str);
    let path = theirs.get("basePath").map_or("", |path| path.trim_end_matches('/'));
    [(BASE_URL.to_owned(), format!("{scheme}://{host}{path}"))].into()
}

/// Those of an operation, and its texts.
pub fn of_operations(route: &str, ours: &OperationFacts, theirs: &OperationFacts) -> Vec<Finding> {
    let at = (route, "");
    let mut found = changed(Kind::TransportChanged, at, &ours.transport, &theirs.transport);
    found.extend(deprecation(at, ours.deprecated, theirs.deprecated));
    found.extend(texts(at, &ours.prose, &theirs.prose));
    found
}

/// Those of a parameter or a member.
pub fn of_fields(at: (&str, &str), ours: &FieldFacts, theirs: &FieldFacts) -> Vec<Finding> {
    let mut found = changed(Kind::ConstraintChanged, at, &ours.constraints, &theirs.constraints);
    if ours.default != theirs.default {
        let sides = (or_none(ours.default.as_ref()), or_none(theirs.default.as_ref()));
        found.push(Finding::new(Kind::DefaultChanged, at.0, at.1).between(sides.0, sides.1));
    }
    found.extend(deprecation(at, ours.deprecated, theirs.deprecated));
    found.extend(texts(at, &ours.prose, &theirs.prose));
    for (code, label) in &theirs.labels {
        let edited = ours.labels.get(code).and_then(|old| texts(at, old, label));
        found.extend(edited.map(|finding| finding.about(code)));
    }
    found
}

/// An edited description.
pub fn texts((subject, location): (&str, &str), old: &Prose, new: &Prose) -> Option<Finding> {
    if old == new {
        return None;
    }
    let finding = Finding::new(Kind::ProseChanged, subject, location);
    let mut finding = finding.between(or_none(hash(old)), or_none(hash(new)));
    finding.edit = prose::difference(old, new).unwrap_or_default();
    Some(finding)
}

fn hash(prose: &Prose) -> Option<&String> {
    Some(&prose.hash).filter(|hash| !hash.is_empty())
}

fn deprecation((subject, location): (&str, &str), ours: bool, theirs: bool) -> Option<Finding> {
    let says = |deprecated| if deprecated { "deprecated" } else { "not deprecated" };
    let finding = Finding::new(Kind::DeprecationChanged, subject, location);
    (ours != theirs).then(|| finding.between(says(ours), says(theirs)))
}

fn changed(
    kind: Kind,
    (subject, location): (&str, &str),
    ours: &Settings,
    theirs: &Settings,
) -> Vec<Finding> {
    let keys: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    let differ = keys.into_iter().filter(|key| ours.get(*key) != theirs.get(*key));
    let finding = |key: &String| {
        let finding = Finding::new(kind, subject, location).about(key);
        finding.between(or_none(ours.get(key)), or_none(theirs.get(key)))
    };
    differ.map(finding).collect()
}
