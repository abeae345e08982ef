//! Look-ups in nodes, and the names of fields.

use std::collections::BTreeSet;

use crate::syntax::yaml::{Content, Key, Node};

/// The name of a parameter without its location: `amount` of `body.amount`.
pub fn field_name(location: &str) -> &str {
    let locations = ["path.", "query.", "body."];
    let inside = locations.iter().find_map(|prefix| location.strip_prefix(prefix));
    inside.unwrap_or(location)
}

/// The text of a node that is one value.
pub fn scalar(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// True if a map has a duplicate key, or a name both with its `?` and without.
pub fn has_duplicate_keys(node: &Node) -> bool {
    match &node.content {
        Content::Map(entries) => {
            let mut seen = BTreeSet::new();
            let is_duplicate = |key: &Key| !seen.insert(key.text.trim_end_matches('?').to_owned());
            entries.iter().map(|(key, _)| key).any(is_duplicate)
                || entries.iter().any(|(_, value)| has_duplicate_keys(value))
        }
        Content::List(items) => items.iter().any(has_duplicate_keys),
        Content::Empty | Content::Scalar { .. } => false,
    }
}

/// The value of a key.
pub fn child<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    map(Some(node)).find(|(other, _)| other.text == key).map(|(_, value)| value)
}

/// The items of a list; none if the node is not a list.
pub fn items(node: &Node) -> &[Node] {
    match &node.content {
        Content::List(items) => items,
        _ => &[],
    }
}

/// The entries of a map; none if the node is not a map.
pub fn map(node: Option<&Node>) -> impl Iterator<Item = (&Key, &Node)> {
    let entries: &[(Key, Node)] = match node.map(|node| &node.content) {
        Some(Content::Map(entries)) => entries,
        _ => &[],
    };
    entries.iter().map(|(key, value)| (key, value))
}
