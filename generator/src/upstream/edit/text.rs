//! Changes of the text.

use std::ops::Range;

use super::change::{Action, Change};
use super::spans::{columns, end_of_entry, end_of_line, is_flow, out_of_flow, start_of_line};
use super::tree::{holds, is_text, place};
use crate::syntax::yaml::{Content, Key, Node};
use crate::upstream::yaml_fragment::{block, flow, indented};

type Pair = (Key, Node);

/// A replacement of a range of the text.
struct Edit {
    range: Range<usize>,
    text: String,
}

/// The text after a change; `None` if the change does not fit its layout.
pub fn changed(source: &str, root: &Node, change: &Change) -> Option<String> {
    let edit = match change.target {
        Some(start) => {
            let (key, value) = find(root, start)?;
            act(source, key, value, &change.action)?
        }
        None => append(source, &change.action)?,
    };
    let before = source.get(..edit.range.start)?;
    let after = source.get(edit.range.end..)?;
    Some([before, &edit.text, after].concat())
}

fn find(node: &Node, start: usize) -> Option<&Pair> {
    match &node.content {
        Content::Map(entries) => {
            let own = entries.iter().find(|(key, _)| key.span.start == start);
            own.or_else(|| entries.iter().find_map(|(_, value)| find(value, start)))
        }
        Content::List(items) => items.iter().find_map(|item| find(item, start)),
        Content::Empty | Content::Scalar { .. } => None,
    }
}

fn find_text<'n>(node: &'n Node, text: &str) -> Option<&'n Node> {
    match &node.content {
        Content::Map(entries) => entries.iter().find_map(|(_, value)| find_text(value, text)),
        Content::List(items) => items.iter().find_map(|item| find_text(item, text)),
        Content::Empty | Content::Scalar { .. } => is_text(node, text).then_some(node),
    }
}

fn act(source: &str, target: &Key, value: &Node, action: &Action) -> Option<Edit> {
    match (&value.content, action) {
        (_, Action::Rename { key }) => rename(source, target, key),
        (_, Action::Substitute { old, new }) => {
            let old = find_text(value, old)?;
            Some(Edit { range: old.span.start..old.end, text: new.clone() })
        }
        (Content::Map(entries), Action::Insert { after, key, fragment }) => {
            let place = place(entries, after);
            if is_flow(source, value) {
                return insert_in_flow(entries, place, &flow(key, fragment));
            }
            insert(source, target, entries, place, &block(key, fragment))
        }
        (Content::Map(entries), Action::Replace { key, value }) => {
            let (_, old) = entries.iter().find(|(other, _)| other.text == *key)?;
            let is_one = matches!(old.content, Content::Scalar { .. });
            is_one.then(|| Edit { range: old.span.start..old.end, text: value.clone() })
        }
        (Content::Map(entries), Action::Remove { key }) => {
            let (key, old) = entries.iter().find(|(other, _)| other.text == *key)?;
            let range = if is_flow(source, value) {
                out_of_flow(source, key.span.start..old.end)?
            } else {
                columns(source, key.span)?;
                start_of_line(source, key.span.start)..end_of_entry(source, key, old)?
            };
            Some(Edit { range, text: String::new() })
        }
        (Content::List(items), Action::Append { item }) => add_item(source, value, items, item),
        (Content::List(items), Action::Take { item }) => {
            let item = items.iter().find(|node| holds(node, item))?;
            let range = match is_flow(source, value) {
                true => out_of_flow(source, item.span.start..item.end)?,
                false => start_of_line(source, item.span.start)..end_of_line(source, item.end),
            };
            Some(Edit { range, text: String::new() })
        }
        _ => None,
    }
}

fn insert(source: &str, target: &Key, entries: &[Pair], place: usize, text: &str) -> Option<Edit> {
    let columns = columns(source, entries.first()?.0.span)?;
    let at = match place.checked_sub(1).and_then(|previous| entries.get(previous)) {
        Some((key, value)) => end_of_entry(source, key, value)?,
        None => end_of_line(source, target.span.end),
    };
    Some(lines(source, at, &indented(text, columns)))
}

fn insert_in_flow(entries: &[Pair], place: usize, text: &str) -> Option<Edit> {
    let insert = |at: usize, text: String| Edit { range: at..at, text };
    match place.checked_sub(1).and_then(|previous| entries.get(previous)) {
        Some((_, value)) => Some(insert(value.end, format!(", {text}"))),
        None => Some(insert(entries.first()?.0.span.start, format!("{text}, "))),
    }
}

fn add_item(source: &str, list: &Node, items: &[Node], item: &str) -> Option<Edit> {
    let last = items.last()?;
    if is_flow(source, list) {
        return Some(Edit { range: last.end..last.end, text: format!(", {item}") });
    }
    let first = start_of_line(source, last.span.start);
    let dash = source.get(first..last.span.start)?;
    Some(lines(source, end_of_line(source, last.end), &format!("{dash}{item}")))
}

fn append(source: &str, action: &Action) -> Option<Edit> {
    match action {
        Action::Insert { key, fragment, .. } => {
            Some(lines(source, source.len(), &block(key, fragment)))
        }
        _ => None,
    }
}

/// The range of the key without its quotes is replaced.
fn rename(source: &str, key: &Key, name: &str) -> Option<Edit> {
    let written = source.get(key.span.range())?;
    let quotes = written.len() - written.trim_start_matches(['"', '\'']).len();
    let start = key.span.start + quotes;
    let range = start..start + key.text.len();
    let text = name.to_owned();
    (source.get(range.clone())? == key.text).then_some(Edit { range, text })
}

/// Whole lines, at the beginning of a line or behind the last one; the file's own line ends.
fn lines(source: &str, at: usize, text: &str) -> Edit {
    let newline = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let text = text.replace('\n', newline);
    let is_open =
        source.get(..at).is_some_and(|before| !before.is_empty() && !before.ends_with('\n'));
    // A file without a last newline stays one.
    let text = if is_open { format!("{newline}{text}") } else { format!("{text}{newline}") };
    Edit { range: at..at, text }
}
