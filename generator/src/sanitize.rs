//! Text that others wrote, made to be nothing but text where it is shown.

use std::fmt::Write;

/// For a terminal: it may not steer one.
pub fn for_terminal(text: &str) -> String {
    text.chars().map(|letter| if steers(letter) { '\u{fffd}' } else { letter }).collect()
}

/// Control characters, and marks that change the direction of text.
fn steers(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// For JSON that is shown on a terminal: escapes in strings, which mean the same letters.
pub fn for_json(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if steers(letter) {
            let _ = write!(escaped, "\\u{:04x}", u32::from(letter));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

/// For a line of a terminal.
pub fn for_line(text: &str) -> String {
    for_terminal(text).replace('\n', " ")
}

/// With single spaces, and none around it.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// For a cell of a table in Markdown: no markup, no mention, no end of the cell.
pub fn for_cell(text: &str) -> String {
    let mut cell = String::new();
    for letter in for_line(text).chars() {
        match letter {
            '&' | '<' | '>' | '|' | '@' | '`' | '*' | '_' | '[' | ']' | '#' | '\\' | '~' => {
                let _ = write!(cell, "&#{};", u32::from(letter));
            }
            letter => cell.push(letter),
        }
    }
    cell
}
