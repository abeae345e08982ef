//! Changes of the keys of an entry, and the keys in their order.

use crate::syntax::yaml::{Content, Node};
use crate::upstream::edit::{Action, Change};
use crate::upstream::yaml_fragment::YamlFragment;
use crate::yaml_index::{MapEntry, child, map, scalar};

/// The next change, none if nothing is left to do, or the reason for which a person has to do it.
pub type Needed = Result<Option<Change>, &'static str>;

/// The entries of an entry's map; none if it has no map.
pub fn entries(inside: MapEntry<'_>) -> impl Iterator<Item = MapEntry<'_>> {
    let entry = move |(key, value)| MapEntry { file: inside.file, key, value };
    map(Some(inside.value)).map(entry)
}

/// An entry of an entry's map.
pub fn entry<'p>(inside: MapEntry<'p>, key: &str) -> Option<MapEntry<'p>> {
    entries(inside).find(|entry| entry.key.text == key)
}

/// A key with a value; a new one comes after its predecessors in `order`.
pub fn set(entry: MapEntry<'_>, order: &[&str], key: &str, value: &str) -> Needed {
    let action = match child(entry.value, key) {
        Some(old) if scalar(old) == Some(value) => return Ok(None),
        Some(Node { content: Content::Scalar { .. }, .. }) => {
            Action::Replace { key: key.to_owned(), value: value.to_owned() }
        }
        Some(_) => return Err("its value is written in another way"),
        None => Action::Insert {
            after: before_in(order, key),
            key: key.to_owned(),
            fragment: YamlFragment::Text(value.to_owned()),
        },
    };
    Ok(Some(Change::of(entry, action)))
}

/// No such key.
pub fn drop(entry: MapEntry<'_>, key: &str) -> Needed {
    let remove = || Change::of(entry, Action::Remove { key: key.to_owned() });
    Ok(child(entry.value, key).map(|_| remove()))
}

/// Drops an entry, and with the last one the whole map.
pub fn drop_last(around: MapEntry<'_>, inside: MapEntry<'_>, key: &str) -> Needed {
    let is_last = map(Some(inside.value)).count() == 1;
    if is_last { drop(around, &inside.key.text) } else { drop(inside, key) }
}

/// True if it can be a name in the schema; others need a person to think about.
pub fn is_name(name: &str) -> bool {
    let letters = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.chars().all(letters)
}

/// A name with the `?` of the entry that it is for.
pub fn with_mark(entry: MapEntry<'_>, name: &str) -> String {
    let mark = if entry.key.text.ends_with('?') { "?" } else { "" };
    format!("{name}{mark}")
}

/// The keys before a key in an order, the nearest first.
pub fn before_in(order: &[&str], key: &str) -> Vec<String> {
    let before = order.iter().take_while(|other| **other != key);
    let mut before: Vec<String> = before.map(|key| (*key).to_owned()).collect();
    before.reverse();
    before
}

/// The keys of an operation, in the order in which the schema's own page lists them.
pub const IN_OPERATION: [&str; 19] = [
    "route",
    "title",
    "doc",
    "rust",
    "docs_id",
    "authorization",
    "idempotent",
    "reconcile",
    "not_found",
    "one_of",
    "gateways",
    "notes",
    "undocumented_since",
    "path",
    "query",
    "body",
    "returns",
    "error",
    "errors",
];
/// The keys of a field.
pub const IN_FIELD: [&str; 17] = [
    "rust",
    "type",
    "title",
    "doc",
    "max_length",
    "minimum",
    "maximum",
    "default",
    "omitted",
    "secret",
    "personal",
    "gateways",
    "required_when",
    "deprecated",
    "absent",
    "essential",
    "undocumented_since",
];
