//! Numbers with nouns.

/// `1 finding`, `2 findings`
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
