//! The levels of changes as parts of a report.

use crate::diff::Level;

/// The levels in descending order of severity.
pub const LEVELS: [Level; 4] = [Level::Major, Level::Minor, Level::Patch, Level::None];

/// The sign of a level in a comment.
pub fn icon(level: Level) -> &'static str {
    match level {
        Level::Major => "🔴",
        Level::Minor => "🟢",
        Level::Patch | Level::None => "⚪",
    }
}
