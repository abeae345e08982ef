//! Files whose bytes are not UTF-8.

use crate::diagnostics::{Diagnostic, codes};
use crate::source::{Source, Span};

/// The character that stands for bytes that are not UTF-8.
const REPLACEMENT: char = '\u{fffd}';

/// The error of a file in another encoding, at the first byte that is not UTF-8.
pub fn problem(source: &Source, file: usize) -> Option<Diagnostic> {
    let text = &source.text;
    let wrong = text.matches(REPLACEMENT).count();
    let zeros = text.matches('\0').count();
    let is_wide = zeros > 0 && (wrong > 0 || zeros > text.len() / 4);
    let first = if is_wide { Some(0) } else { text.find(REPLACEMENT) };
    let start = first?;
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    let (guess, help) = match wrong {
        _ if is_wide => ("the file looks like UTF-16, or is not a text", SAVE),
        1 => ("bytes that are not UTF-8", "type the character anew"),
        _ => ("the file may be in CP949 (EUC-KR)", SAVE),
    };
    let span = Span { file, start, end: start + length };
    Some(Diagnostic::new(&codes::E045, "this file is not UTF-8").at(span, guess).help(help))
}

const SAVE: &str = "save the file as UTF-8: editors call it \"Save with encoding\"";
