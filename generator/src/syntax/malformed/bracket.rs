//! Brackets that are open.

/// A bracket that is open, and what of its content is behind.
pub struct Bracket {
    /// The location.
    pub at: usize,
    /// `[` or `{`.
    pub letter: char,
    /// True if a `,` or the closing bracket must follow.
    pub has_value: bool,
    /// The colon of the entry.
    pub colon: Option<usize>,
}

impl Bracket {
    /// One without content.
    pub fn new(at: usize, letter: char) -> Self {
        Self { at, letter, has_value: false, colon: None }
    }

    /// The bracket that closes it.
    pub fn closing(&self) -> char {
        if self.letter == '[' { ']' } else { '}' }
    }
}
