//! Changes in groups: those of one operation, of one type, and of the crate.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::content::Entry;
use crate::diff::Level;

/// The subject of a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeSubject {
    /// An operation, as `section.operation`, with the types that only it uses.
    Operation(String),
    /// A type that several operations use, or none.
    Type(String),
    /// The crate: sections, features, the API as a whole.
    Crate,
}

/// The changes of one subject, the most severe first.
pub struct ChangeGroup<'r> {
    /// The subject.
    pub subject: ChangeSubject,
    /// Its changes, those of one kind together.
    pub clusters: Vec<Cluster<'r>>,
}

/// Changes of one kind: by the same rule, with the same elements of a list.
pub struct Cluster<'r> {
    /// The first one.
    pub first: &'r Entry,
    /// All of them.
    pub entries: Vec<&'r Entry>,
}

/// The groups of these changes, the most severe first.
pub fn groups<'r>(entries: impl IntoIterator<Item = &'r Entry>) -> Vec<ChangeGroup<'r>> {
    let mut by_subject: BTreeMap<ChangeSubject, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        by_subject.entry(ChangeSubject::of(entry)).or_default().push(entry);
    }
    let group =
        |(subject, entries): (_, Vec<_>)| ChangeGroup { subject, clusters: clusters(&entries) };
    let mut groups: Vec<ChangeGroup<'_>> = by_subject.into_iter().map(group).collect();
    groups.sort_by_key(|group| Reverse(group.severity()));
    groups
}

fn clusters<'r>(entries: &[&'r Entry]) -> Vec<Cluster<'r>> {
    let mut clusters: Vec<Cluster<'_>> = Vec::new();
    for entry in entries {
        match clusters.iter_mut().find(|cluster| are_alike(cluster.first, entry)) {
            Some(cluster) => cluster.entries.push(entry),
            None => clusters.push(Cluster { first: entry, entries: vec![entry] }),
        }
    }
    clusters
}

fn are_alike(one: &Entry, other: &Entry) -> bool {
    one.change.rule == other.change.rule
        && one.change.delta == other.change.delta
        && one.suppression == other.suppression
}

impl ChangeGroup<'_> {
    /// The operations that use the type of the group.
    pub fn users(&self) -> usize {
        let entries = self.clusters.iter().flat_map(|cluster| &cluster.entries);
        entries.map(|entry| entry.change.operations.len()).max().unwrap_or_default()
    }

    fn severity(&self) -> Option<(Level, bool)> {
        let severity = |cluster: &Cluster<'_>| {
            let change = &cluster.first.change;
            (change.level(), change.rule.is_silent())
        };
        self.clusters.iter().map(severity).max()
    }
}

impl ChangeSubject {
    fn of(entry: &Entry) -> Self {
        let (pointer, operations) = (&entry.change.pointer, &entry.change.operations);
        match (parts(pointer), operations.as_slice()) {
            (("operations", name, _), _) => Self::Operation(name.to_owned()),
            (("types", _, _), [only]) => Self::Operation(only.clone()),
            (("types", name, _), _) => Self::Type(name.to_owned()),
            _ => Self::Crate,
        }
    }

    /// The changed thing, as its group calls it: `body.note`; empty if it is the subject itself.
    pub fn part(&self, pointer: &str) -> String {
        match (self, parts(pointer)) {
            (Self::Operation(_), ("operations", _, rest)) => rest.to_owned(),
            (Self::Type(_), ("types", _, rest)) => rest.to_owned(),
            (Self::Operation(_), ("types", name, "")) => name.to_owned(),
            (Self::Operation(_), ("types", name, rest)) => format!("{name}.{rest}"),
            _ => pointer.to_owned(),
        }
    }
}

/// `operations`, `shop.list`, `query.note`
fn parts(pointer: &str) -> (&str, &str, &str) {
    let mut parts = pointer.splitn(3, '/');
    let mut next = || parts.next().unwrap_or_default();
    (next(), next(), next())
}
