//! Strings with invalid characters.

use std::str::Chars;

/// The content of a string with its escape sequences resolved. Half a surrogate pair, which is left of
/// a character in a text that was cut by its length, becomes the replacement character.
pub(super) fn unescape(content: &str) -> String {
    let mut units = Vec::with_capacity(content.len());
    let mut chars = content.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => units.push(escaped(&mut chars)),
            other => units.extend_from_slice(other.encode_utf16(&mut [0; 2])),
        }
    }
    String::from_utf16_lossy(&units)
}

/// The UTF-16 unit of an escape sequence, after its backslash.
fn escaped(chars: &mut Chars<'_>) -> u16 {
    match chars.next() {
        Some('u') => {
            let digits: String = chars.by_ref().take(4).collect();
            u16::from_str_radix(&digits, 16).unwrap_or(REPLACEMENT)
        }
        Some('b') => 0x08,
        Some('f') => 0x0c,
        Some('n') => 0x0a,
        Some('r') => 0x0d,
        Some('t') => 0x09,
        // The tokenizer allows no others than `"`, `\` and `/`.
        Some(other) => u16::try_from(u32::from(other)).unwrap_or(REPLACEMENT),
        None => REPLACEMENT,
    }
}

const REPLACEMENT: u16 = 0xfffd;
