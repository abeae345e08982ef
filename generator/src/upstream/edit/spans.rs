//! Ranges of nodes, lines and entries in YAML text.

use std::ops::Range;

use crate::source::Span;
use crate::syntax::yaml::{Content, Key, Node};

/// True if the node is written in braces or brackets.
pub fn is_flow(source: &str, node: &Node) -> bool {
    source.get(node.span.range()).is_some_and(|text| text.starts_with(['{', '[']))
}

/// A member of a flow collection with the comma beside it.
pub fn out_of_flow(source: &str, member: Range<usize>) -> Option<Range<usize>> {
    let after = source.get(member.end..)?;
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        return Some(member.start..source.len() - rest.trim_start().len());
    }
    let before = source.get(..member.start)?.trim_end().strip_suffix(',')?;
    Some(before.trim_end().len()..member.end)
}

/// The indentation of a key that is the first in its line.
pub fn columns(source: &str, key: Span) -> Option<usize> {
    let before = source.get(start_of_line(source, key.start)..key.start)?;
    before.bytes().all(|byte| byte == b' ').then_some(before.len())
}

pub fn start_of_line(source: &str, at: usize) -> usize {
    source.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Behind the newline.
pub fn end_of_line(source: &str, at: usize) -> usize {
    let rest = source.get(at..).and_then(|rest| rest.find('\n'));
    rest.map_or(source.len(), |newline| at + newline + 1)
}

/// The end of a node with all of its content.
pub fn end_of_node(source: &str, node: &Node) -> usize {
    let inside = match &node.content {
        Content::Map(entries) => entries.iter().map(|(_, value)| end_of_node(source, value)).max(),
        Content::List(items) => items.iter().map(|item| end_of_node(source, item)).max(),
        Content::Empty | Content::Scalar { .. } => None,
    };
    let end = inside.unwrap_or(0).max(node.span.end);
    if is_flow(source, node) { closing(source, end).unwrap_or(end) } else { end }
}

/// Behind the bracket that closes a flow collection. The span of one is only its first bracket; and
/// behind its last member stand no others but its own, and comments.
pub fn closing(source: &str, from: usize) -> Option<usize> {
    let mut position = from;
    for line in source.get(from..)?.split_inclusive('\n') {
        let code = line.split(" #").next().unwrap_or(line);
        if let Some(found) = code.find(['}', ']']) {
            return Some(position + found + 1);
        }
        position += line.len();
    }
    None
}

/// Behind the lines of an entry: its node, and what follows further to the right than its key, as
/// the lines of a text and comments do. Blank lines and comments before the next entry are not its.
pub fn end_of_block(source: &str, key: &Key, value: &Node) -> Option<usize> {
    let own = columns(source, key.span)?;
    let mut end = end_of_line(source, end_of_node(source, value).max(key.span.end));
    // A node that ends behind its last newline has that line already.
    if source.get(..end_of_node(source, value))?.ends_with('\n') {
        end = end_of_node(source, value);
    }
    let mut position = end;
    for line in source.get(end..)?.split_inclusive('\n') {
        position += line.len();
        let content = line.trim_start();
        if content.is_empty() {
            continue;
        }
        if line.len() - content.len() <= own {
            break;
        }
        end = position;
    }
    Some(end)
}
