//! How much of what clients send is remembered, so that the books cannot grow for ever.

use crate::refusal::Refusal;

/// Enough for about a million payments.
pub const BYTES: usize = 256 * 1024 * 1024;

/// What was taken of what there is, in bytes of requests.
#[derive(Debug)]
pub struct Room {
    taken: usize,
    most: usize,
}

impl Room {
    /// All of it is free.
    pub fn of(most: usize) -> Self {
        Self { taken: 0, most }
    }

    /// Whether there is any left.
    ///
    /// # Errors
    /// 500 when there is none.
    pub fn check(&self) -> Result<(), Refusal> {
        match self.taken < self.most {
            true => Ok(()),
            false => Err(Refusal::new(500, "the fake's books are full: POST /_fake/reset")),
        }
    }

    /// Takes some.
    pub fn take(&mut self, bytes: usize) {
        self.taken = self.taken.saturating_add(bytes);
    }

    /// All of it is free again.
    pub fn clear(&mut self) {
        self.taken = 0;
    }
}
