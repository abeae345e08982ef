//! Ranges of lines and entries in YAML text.

use std::ops::Range;

use crate::source::Span;
use crate::syntax::yaml::{Key, Node};

/// True if a collection is written in braces or brackets.
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

/// Behind the newline; a place that begins a line is the end of the one before.
pub fn end_of_line(source: &str, at: usize) -> usize {
    if source.get(..at).is_some_and(|before| before.ends_with('\n')) {
        return at;
    }
    let rest = source.get(at..).and_then(|rest| rest.find('\n'));
    rest.map_or(source.len(), |newline| at + newline + 1)
}

/// Behind the lines of an entry and the comments that belong to it, which are further to the right
/// than its key. Blank lines and comments before the next entry are not its.
pub fn end_of_entry(source: &str, key: &Key, value: &Node) -> Option<usize> {
    let own = columns(source, key.span)?;
    let mut end = end_of_line(source, value.end.max(key.span.end));
    let mut position = end;
    for line in source.get(end..)?.split_inclusive('\n') {
        position += line.len();
        let content = line.trim_start();
        if content.is_empty() {
            continue;
        }
        if !content.starts_with('#') || line.len() - content.len() <= own {
            break;
        }
        end = position;
    }
    Some(end)
}
