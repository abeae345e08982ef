//! The header that marks a file as generated.

/// The word that permits overwriting and deleting a file.
pub const MARK: &str = "@generated";

/// The text of the header, without comment delimiters.
pub fn header(source: &str) -> String {
    format!("{MARK} by `cargo xtask generate` from {source}. Do not edit by hand.")
}

/// Tells whether a file is generated, by its first lines.
pub fn is_generated(text: &str) -> bool {
    text.lines().take(3).any(|line| line.contains(MARK))
}
