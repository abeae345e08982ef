//! The texts of cells: codes, and hashes of other texts.

use super::problem::LineProblem;
use crate::hashing::short_hash;

/// A short hash of texts; empty if there is none.
pub fn prose<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    short_hash(texts.into_iter().filter(|text| !text.is_empty()))
}

/// The code in a cell.
///
/// # Errors
/// Fails when the cell has something else.
pub fn code_of(line: usize, cell: &str) -> Result<String, LineProblem> {
    let code = cell.trim();
    let is_code = |letter: char| letter.is_ascii_alphanumeric() || "_.-".contains(letter);
    let has_letter = code.contains(|letter: char| letter.is_ascii_alphanumeric());
    if has_letter && code.chars().all(is_code) {
        return Ok(code.to_owned());
    }
    Err(LineProblem::new(line, format!("`{code}` is not a code")))
}
