//! Edits of YAML text that leave every other byte as it was: comments, order, quotes, blank lines.

mod spans;

use std::ops::Range;

use spans::{columns, end_of_block, end_of_line, end_of_node, is_flow, out_of_flow, start_of_line};

use super::yaml_fragment::{YamlFragment, block, flow, indented};
use crate::syntax::yaml::{Content, Key, Node};
use crate::yaml_index::{MapEntry, child, map};

/// A replacement of a range of the text.
#[derive(Debug)]
pub struct Edit {
    /// The range to remove.
    pub range: Range<usize>,
    /// The text to insert.
    pub text: String,
}

impl Edit {
    fn insert(at: usize, text: String) -> Self {
        Self { range: at..at, text }
    }

    fn remove(range: Range<usize>) -> Self {
        Self { range, text: String::new() }
    }

    /// An edit that changes nothing.
    pub fn nothing() -> Self {
        Self::remove(0..0)
    }

    /// True if the text stays as it is.
    pub fn is_nothing(&self) -> bool {
        self.range.is_empty() && self.text.is_empty()
    }

    /// The text after the edit; `None` when its place is not in the text.
    pub fn apply(&self, source: &str) -> Option<String> {
        let before = source.get(..self.range.start)?;
        let after = source.get(self.range.end..)?;
        Some([before, &self.text, after].concat())
    }
}

/// Puts an entry into a map: behind the first of `after` that is there, or first of all.
pub fn add(
    source: &str,
    inside: MapEntry<'_>,
    after: &[&str],
    key: &str,
    fragment: &YamlFragment,
) -> Option<Edit> {
    let entries: Vec<_> = map(Some(inside.value)).collect();
    let previous = after
        .iter()
        .find_map(|name| entries.iter().find(|(key, _)| key.text.trim_end_matches('?') == *name));
    if is_flow(source, inside.value) {
        return add_in_flow(source, &entries, previous, &flow(key, fragment));
    }
    let columns = columns(source, entries.first()?.0.span)?;
    let text = indented(&block(key, fragment), columns);
    let at = match previous {
        Some((key, value)) => end_of_block(source, key, value)?,
        None => end_of_line(source, inside.key.span.end),
    };
    Some(insert_lines(source, at, &text))
}

type Pair<'n> = (&'n Key, &'n Node);

fn add_in_flow(
    source: &str,
    entries: &[Pair<'_>],
    previous: Option<&Pair<'_>>,
    text: &str,
) -> Option<Edit> {
    match previous {
        Some((_, value)) => Some(Edit::insert(end_of_node(source, value), format!(", {text}"))),
        None => Some(Edit::insert(entries.first()?.0.span.start, format!("{text}, "))),
    }
}

/// Sets a key of a map; a new key is added after its predecessors in `order`.
pub fn set(
    source: &str,
    inside: MapEntry<'_>,
    order: &[&str],
    key: &str,
    value: &str,
) -> Option<Edit> {
    match child(inside.value, key) {
        Some(old) => matches!(old.content, Content::Scalar { .. })
            .then(|| Edit { range: old.span.range(), text: value.to_owned() }),
        None => {
            let after = before_in(order, key);
            add(source, inside, &after, key, &YamlFragment::Text(value.to_owned()))
        }
    }
}

/// The keys before a key in an order, the nearest first.
pub fn before_in<'o>(order: &[&'o str], key: &str) -> Vec<&'o str> {
    order
        .iter()
        .take_while(|other| **other != key)
        .copied()
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect()
}

/// Takes a key out of a map, which must not be its last one.
pub fn remove(source: &str, inside: MapEntry<'_>, key: &str) -> Option<Edit> {
    let (key, value) = map(Some(inside.value)).find(|(other, _)| other.text == key)?;
    let range = if is_flow(source, inside.value) {
        out_of_flow(source, key.span.start..end_of_node(source, value))?
    } else {
        columns(source, key.span)?;
        start_of_line(source, key.span.start)..end_of_block(source, key, value)?
    };
    Some(Edit::remove(range))
}

/// Puts an item at the end of a list.
pub fn add_item(source: &str, list: &Node, item: &str) -> Option<Edit> {
    let Content::List(items) = &list.content else { return None };
    let last = items.last()?.span;
    if is_flow(source, list) {
        return Some(Edit::insert(last.end, format!(", {item}")));
    }
    let first = start_of_line(source, last.start);
    let dash = source.get(first..last.start)?;
    Some(insert_lines(source, end_of_line(source, last.end), &format!("{dash}{item}")))
}

/// Takes an item out of a list, which must not be its last one.
pub fn remove_item(source: &str, list: &Node, item: &Node) -> Option<Edit> {
    let range = if is_flow(source, list) {
        out_of_flow(source, item.span.range())?
    } else {
        start_of_line(source, item.span.start)..end_of_line(source, item.span.end)
    };
    Some(Edit::remove(range))
}

/// Gives a key another name; its quotes and its `?` stay.
pub fn rename(source: &str, key: &Key, name: &str) -> Option<Edit> {
    let range = name_in(source, key)?;
    Some(Edit { range, text: name.to_owned() })
}

/// Marks a field as optional, or takes the mark away.
pub fn mark(source: &str, key: &Key, optional: bool) -> Option<Edit> {
    let end = name_in(source, key)?.end;
    match (key.text.ends_with('?'), optional) {
        (false, true) => Some(Edit::insert(end, "?".to_owned())),
        (true, false) => Some(Edit::remove(end..end + 1)),
        _ => Some(Edit::nothing()),
    }
}

/// The range of the name, without quotes and `?`.
fn name_in(source: &str, key: &Key) -> Option<Range<usize>> {
    let name = key.text.trim_end_matches('?');
    let written = source.get(key.span.range())?;
    let quotes = written.len() - written.trim_start_matches(['"', '\'']).len();
    let start = key.span.start + quotes;
    let range = start..start + name.len();
    (source.get(range.clone())? == name).then_some(range)
}

/// Appends `key:` with a block to the end of the file.
pub fn append(source: &str, key: &str, fragment: &YamlFragment) -> Edit {
    insert_lines(source, source.len(), &block(key, fragment))
}

/// Whole lines, at the beginning of a line or behind the last one; the file's own line ends.
fn insert_lines(source: &str, at: usize, text: &str) -> Edit {
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let text = text.replace('\n', newline);
    let is_open =
        source.get(..at).is_some_and(|before| !before.is_empty() && !before.ends_with('\n'));
    // A file without a last newline stays one.
    let text = if is_open { format!("{newline}{text}") } else { format!("{text}{newline}") };
    Edit::insert(at, text)
}
