//! Text with code in it, as Markdown that holds nothing but text.

use crate::sanitize::{for_cell, for_line};

/// The most letters of one text.
const WIDEST: usize = 300;

/// A text on one line, cut when it is long: no markup, no mention.
pub fn plain(text: &str) -> String {
    for_cell(&cut(text, WIDEST))
}

fn cut(text: &str, widest: usize) -> String {
    let text = for_line(text);
    if text.chars().count() <= widest {
        return text;
    }
    let begin: String = text.chars().take(widest).collect();
    format!("{begin}…")
}

/// A text as code.
pub fn code(text: &str) -> String {
    format!("<code>{}</code>", plain(text))
}

/// A sentence in which what stands between backticks is code.
pub fn sentence(text: &str) -> String {
    let text = cut(text, 2 * WIDEST);
    let parts: Vec<_> = text.split('`').collect();
    // A backtick without its partner is text.
    let pairs = (parts.len() - 1) / 2;
    let part = |(number, part): (usize, &&str)| match (number % 2, number / 2 < pairs) {
        (1, true) => code(part),
        (1, false) => format!("{}{}", for_cell("`"), plain(part)),
        _ => plain(part),
    };
    parts.iter().enumerate().map(part).collect()
}
