//! The space that is left in a text.

/// The bytes that are left, and the number of changes that did not fit.
pub struct Budget {
    remaining: usize,
    spent: usize,
    left: usize,
}

impl Budget {
    /// A space of so many bytes.
    pub fn new(bytes: usize) -> Self {
        Self { remaining: bytes, spent: 0, left: 0 }
    }

    /// The text about so many changes, if it fits; once one did not, no other does, so that the order is kept.
    pub fn take(&mut self, text: String, changes: usize) -> Option<String> {
        if self.left > 0 || text.len() > self.remaining {
            self.left += changes;
            return None;
        }
        self.spend(text.len());
        Some(text)
    }

    /// Takes space for a text that is always there.
    pub fn spend(&mut self, bytes: usize) {
        self.remaining = self.remaining.saturating_sub(bytes);
        self.spent += bytes;
    }

    /// The bytes that were taken.
    pub fn spent(&self) -> usize {
        self.spent
    }

    /// The number of changes that did not fit.
    pub fn left(&self) -> usize {
        self.left
    }
}
