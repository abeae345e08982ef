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

    /// It is a list or a record, and this is the node after everything in it.
    pub(super) fn after(index: usize) -> Self {
        Self(short(index))
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

    pub(super) fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it is a string with a backslash in it.
    pub(super) fn is_escaped(&self) -> bool {
        self.rest == Rest::ESCAPED
    }

    /// The node after this one, which stands at `index`, and everything in it.
    pub(super) fn after(&self, index: usize) -> usize {
        match self.rest {
            Rest::NOTHING | Rest::ESCAPED => index.saturating_add(1),
            Rest(after) => after as usize,
        }
    }
}

/// Every place is in the text, and there are no more values than places.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
