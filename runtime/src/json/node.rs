//! The position of one value in a JSON text.

use std::ops::Range;

use super::kind::ValueKind;

/// A value, or the name of an object's member, by its position in the text.
///
/// The nodes of everything inside a list or an object follow its own node.
#[derive(Clone, Copy)]
pub(super) struct Node {
    start: u32,
    end: u32,
    /// The number of nodes of this value: its own and those of everything inside it.
    size: u32,
    kind: ValueKind,
    escaped: bool,
    has_repeated_name: bool,
}

impl Node {
    /// A value without a length or an end.
    pub(super) fn starting_at(start: usize, kind: ValueKind) -> Self {
        let start = position(start);
        Self { start, end: start, size: 1, kind, escaped: false, has_repeated_name: false }
    }

    /// The same value with its end.
    pub(super) fn ending_at(self, end: usize) -> Self {
        Self { end: position(end), ..self }
    }

    /// The same value with its number of nodes.
    pub(super) fn with_size(self, nodes: usize) -> Self {
        Self { size: position(nodes), ..self }
    }

    /// The same string, with or without escape sequences.
    pub(super) fn with_escapes(self, escaped: bool) -> Self {
        Self { escaped, ..self }
    }

    /// The same object, with or without a name that more than one of its members has.
    pub(super) fn with_repeated_name(self, has_repeated_name: bool) -> Self {
        Self { has_repeated_name, ..self }
    }

    /// The kind of the value.
    pub(super) fn kind(&self) -> ValueKind {
        self.kind
    }

    /// The whole value.
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The content of a string, without its quotes.
    pub(super) fn content(&self) -> Range<usize> {
        let Range { start, end } = self.range();
        start + 1..end.saturating_sub(1)
    }

    /// Returns `true` if this is a string with an escape sequence.
    pub(super) fn is_escaped(&self) -> bool {
        self.escaped
    }

    /// Returns `true` if this is an object with a name that more than one of its members may have.
    pub(super) fn has_repeated_name(&self) -> bool {
        self.has_repeated_name
    }

    /// The number of nodes of this value: its own and those of everything inside it.
    pub(super) fn size(&self) -> usize {
        self.size as usize
    }
}

/// Splits off the first value, with everything inside it.
pub(super) fn split_first(nodes: &[Node]) -> Option<(&[Node], &[Node])> {
    nodes.split_at_checked(nodes.first()?.size())
}

/// Only texts shorter than 4 GiB are tokenized, and no text has more values than bytes.
fn position(number: usize) -> u32 {
    number as u32
}
