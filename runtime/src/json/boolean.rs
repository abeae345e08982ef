//! Booleans that are written as words.

use super::reader::Json;

impl Json<'_> {
    /// A word that has only one reading as a boolean, in any case: `Y`, `yes`, `TRUE`.
    pub(super) fn boolean_word(self, word: &str) -> Option<bool> {
        let value = match word.trim().to_ascii_lowercase().as_str() {
            "y" | "yes" | "true" => true,
            "n" | "no" | "false" => false,
            _ => return None,
        };
        self.repair("a boolean");
        Some(value)
    }
}
