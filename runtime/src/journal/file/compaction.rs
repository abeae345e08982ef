//! Compaction of a journal file.

use std::io;

use jiff::Timestamp;

use super::contents::Contents;
use super::locked_file::LockedFile;

/// The decision when a journal file is written anew, without its closed intents.
#[derive(Clone, Copy)]
pub(super) struct Compaction {
    minimum: u64,
    /// The length that is looked at next: so the cost of reading is small beside that of writing.
    limit: u64,
}

impl Compaction {
    /// Leaves files of up to this many bytes as they are.
    pub(super) fn above(minimum: u64) -> Self {
        Self { minimum, limit: minimum }
    }

    /// Compacts the file if it has grown to the limit, and if that makes it half as long.
    pub(super) fn run(&mut self, file: &LockedFile<'_>, length: u64) -> io::Result<()> {
        if length <= self.limit {
            return Ok(());
        }
        // Of a compaction that fails, the next attempt.
        self.limit = length.saturating_mul(2);
        let contents = file.read()?;
        let Some(contents) = Contents::parse(&contents) else { return Ok(()) };
        let kept = contents.compacted(Timestamp::now());
        let kept_twice = 2 * kept.len() as u64;
        if kept_twice <= length {
            file.replace(&kept)?;
        }
        self.limit = self.minimum.max(kept_twice);
        Ok(())
    }
}
