//! The levels of changes as parts of a report.

use crate::diff::Level;

/// The levels in descending order of severity.
pub const LEVELS: [Level; 4] = [Level::Major, Level::Minor, Level::Patch, Level::None];

/// A level as a heading.
pub fn heading(level: Level) -> &'static str {
    match level {
        Level::None => "No new version",
        Level::Patch => "Patch",
        Level::Minor => "Minor",
        Level::Major => "Major",
    }
}
