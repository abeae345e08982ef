//! Names of parameters and fields that other entries refer to: `by` of `reconcile`, `one_of`,
//! `required_when`, `wraps`, and `when` of choices.

use super::entry::{entries, entry};
use crate::syntax::yaml::{Content, Node};
use crate::upstream::edit::{Action, Change};
use crate::yaml_index::{MapEntry, YamlIndex, child, items, map, scalar};

/// Both names of a renamed parameter or field.
#[derive(Clone, Copy)]
pub struct Renamed<'n> {
    /// The name before.
    pub old: &'n str,
    /// The name after.
    pub new: &'n str,
}

/// The places of parameters and fields.
const PLACES: [&str; 4] = ["path", "query", "body", "fields"];

/// The next change of what refers to a field of the subject by its old name.
pub fn next(index: &YamlIndex, subject: &str, renamed: Renamed<'_>) -> Option<Change> {
    let entry = index.subject(subject)?;
    // Another place has a parameter with this name, which may be the one that is meant.
    if fields(entry).any(|field| field.key.text.trim_end_matches('?') == renamed.old) {
        return None;
    }
    let own = || in_conditions(entry, renamed).or_else(|| in_entry(entry, renamed));
    own().or_else(|| in_reads(index, entry, renamed)).or_else(|| in_choices(index, entry, renamed))
}

fn fields(subject: MapEntry<'_>) -> impl Iterator<Item = MapEntry<'_>> {
    PLACES.iter().filter_map(move |place| entry(subject, place)).flat_map(entries)
}

fn in_conditions(subject: MapEntry<'_>, renamed: Renamed<'_>) -> Option<Change> {
    let mut conditions = fields(subject).filter_map(|field| entry(field, "required_when"));
    let condition = conditions.find_map(|condition| entry(condition, renamed.old))?;
    Some(rename(condition, renamed))
}

fn rename(entry: MapEntry<'_>, renamed: Renamed<'_>) -> Change {
    Change::of(entry, Action::Rename { key: renamed.new.to_owned() })
}

/// `wraps`, `one_of`, and the values that reads are given.
fn in_entry(subject: MapEntry<'_>, renamed: Renamed<'_>) -> Option<Change> {
    let named = ["wraps", "one_of"].into_iter().filter_map(|key| entry(subject, key));
    let mut named = named.filter(|entry| has_text(entry.value, renamed.old));
    if let Some(entry) = named.next() {
        return Some(substitute(entry, renamed.old, renamed.new));
    }
    keys(subject).find_map(|(_, by)| value_of_key(by, renamed))
}

fn has_text(node: &Node, text: &str) -> bool {
    scalar(node) == Some(text) || items(node).iter().any(|item| has_text(item, text))
}

fn substitute(entry: MapEntry<'_>, old: &str, new: &str) -> Change {
    Change::of(entry, Action::Substitute { old: old.to_owned(), new: new.to_owned() })
}

/// The reads of an operation: the name of each, and its `by`.
fn keys(operation: MapEntry<'_>) -> impl Iterator<Item = (Option<&str>, MapEntry<'_>)> {
    let reads = child(operation.value, "reconcile").map(items).unwrap_or_default();
    reads.iter().filter_map(move |read| {
        let (key, value) = map(Some(read)).find(|(key, _)| key.text == "by")?;
        Some((child(read, "read").and_then(scalar), MapEntry { file: operation.file, key, value }))
    })
}

/// The value of the request in `by`, which can be inside a record: `items.name`.
fn value_of_key(by: MapEntry<'_>, renamed: Renamed<'_>) -> Option<Change> {
    let Renamed { old, new } = renamed;
    if scalar(by.value) == Some(old) {
        return Some(substitute(by, old, &format!("{{ {old}: {new} }}")));
    }
    let mut values = map(Some(by.value)).filter_map(|(_, value)| scalar(value));
    let is_old = |value: &&str| value.split('.').next() == Some(old);
    let value = values.find(is_old)?;
    Some(substitute(by, value, &format!("{new}{}", value.get(old.len()..)?)))
}

/// The parameter of the read in `by` of all operations that use this one.
fn in_reads(index: &YamlIndex, read: MapEntry<'_>, renamed: Renamed<'_>) -> Option<Change> {
    let file = index.path(read.file).rsplit('/').next()?;
    let name = format!("{}.{}", file.strip_suffix(".yaml")?, read.key.text);
    let operations =
        (0..index.roots().count()).filter_map(|file| index.top_level(file, "operations"));
    let users = operations.flat_map(entries).flat_map(keys);
    let mut users = users.filter(|(read, _)| *read == Some(name.as_str()));
    users.find_map(|(_, by)| parameter_of_key(by, renamed))
}

fn parameter_of_key(by: MapEntry<'_>, renamed: Renamed<'_>) -> Option<Change> {
    let Renamed { old, new } = renamed;
    match &by.value.content {
        Content::Scalar { text, .. } if text == old => {
            Some(substitute(by, old, &format!("{{ {new}: {old} }}")))
        }
        _ => Some(rename(entry(by, old)?, renamed)),
    }
}

/// The field that tells a record of a choice from the others.
fn in_choices(index: &YamlIndex, record: MapEntry<'_>, renamed: Renamed<'_>) -> Option<Change> {
    let types = (0..index.roots().count()).filter_map(|file| index.top_level(file, "types"));
    let choices = types.flat_map(entries).filter_map(|ty| entry(ty, "choices")).flat_map(entries);
    let text =
        |choice: MapEntry<'_>, key| child(choice.value, key).and_then(scalar).map(str::to_owned);
    let mut choices =
        choices.filter(|choice| text(*choice, "type").as_ref() == Some(&record.key.text));
    let choice = choices.find(|choice| text(*choice, "when").as_deref() == Some(renamed.old))?;
    Some(substitute(entry(choice, "when")?, renamed.old, renamed.new))
}
