//! One value of a text.

use std::ops::Range;

/// A value, or the name of one, which comes right before it: where it is in the text.
///
/// In twelve bytes: an answer can have tens of thousands of them.
pub(super) struct Node {
    start: u32,
    end: u32,
    rest: Rest,
}

/// What else is known of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Rest(u32);

impl Rest {
    pub(super) const NOTHING: Self = Self(0);
    /// It is a string with a backslash in it.
    pub(super) const ESCAPED: Self = Self(u32::MAX);

    /// It is a list or a record: so many nodes, with its own and those of everything in it.
    pub(super) fn size(nodes: usize) -> Self {
        Self(short(nodes))
    }
}

impl Node {
    pub(super) const MISSING: Self = Self { start: 0, end: 0, rest: Rest::NOTHING };

    /// Of a text that is no longer than a `u32` can say.
    pub(super) fn new(start: usize, end: usize, rest: Rest) -> Self {
        Self { start: short(start), end: short(end), rest }
    }

    pub(super) fn start(&self) -> usize {
        self.start as usize
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.start()..self.end as usize
    }

    /// Where the text of a string is, between its quotes.
    pub(super) fn inside(&self) -> Range<usize> {
        self.start() + 1..(self.end as usize).saturating_sub(1)
    }

    /// Whether it is a string with a backslash in it.
    pub(super) fn is_escaped(&self) -> bool {
        self.rest == Rest::ESCAPED
    }

    /// How many nodes it is, with those of everything in it.
    pub(super) fn size(&self) -> usize {
        match self.rest {
            Rest::NOTHING | Rest::ESCAPED => 1,
            Rest(size) => size as usize,
        }
    }
}

/// The first of these values, which is its node and those of everything in it, and the values after.
pub(super) fn split(nodes: &[Node]) -> Option<(&[Node], &[Node])> {
    nodes.split_at_checked(nodes.first()?.size())
}

/// Every place is in the text, and there are no more values than places.
fn short(number: usize) -> u32 {
    number as u32
}
