//! Colours of levels.

use anstyle::{AnsiColor, Style};
use portone_v1_generator::diff::Level;

/// A text in the colour of a level.
pub fn of_level(level: Level, text: &str) -> String {
    let style = match level {
        Level::Major => AnsiColor::Red.on_default().bold(),
        Level::Minor => AnsiColor::Yellow.on_default().bold(),
        Level::Patch => AnsiColor::Green.on_default().bold(),
        Level::None => Style::new().bold(),
    };
    format!("{style}{text}{style:#}")
}
