//! Keys of fields: the name on the wire, and `?` for an optional one.

use crate::diagnostics::{Diagnostic, codes};
use crate::syntax::yaml::Key;

/// The name, and whether it is required: `name?` is optional.
pub fn wire_name(key: &Key) -> (&str, bool) {
    match key.text.strip_suffix('?') {
        Some(name) => (name, false),
        None => (&key.text, true),
    }
}

/// The error of a key that is not a name on the wire.
pub fn malformed(key: &Key) -> Diagnostic {
    let (wire, _) = wire_name(key);
    let ascii = key.text.chars().map(half_width);
    let is_allowed = |letter: &char| letter.is_ascii_alphanumeric() || "_-.[]?".contains(*letter);
    let name: String = ascii.filter(is_allowed).collect();
    let name = name.trim_matches(['-', '.', ':']);
    let is_close = name.starts_with(|first: char| first.is_ascii_alphabetic());
    Diagnostic::new(&codes::E009, format!("invalid wire name `{wire}`"))
        .at(key.span, "expected letters, digits, `_`, `-` or `.`")
        .maybe_help(is_close.then(|| format!("write `{name}:`")))
}

/// The ASCII character of the same shape, for one of full width: `？` is U+FF1F.
fn half_width(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(letter) - 0xff01 + u32::from('!')).unwrap_or(letter)
        }
        _ => letter,
    }
}
