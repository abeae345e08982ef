//! Characters of a schema file that cannot be seen, or that change the order in which its text is shown.

use std::borrow::Cow;

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::{Source, Span};

/// True for a character without a shape of its own: control characters, marks of direction, joiners, fillers,
/// selectors and tags.
pub fn is_invisible(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Reports those in the text of a file, comments included; a byte order mark begins it.
pub fn report(source: &Source, file: usize, log: &mut Log) {
    let letters = source.text.char_indices();
    let found = letters.filter(|(at, letter)| {
        (is_invisible(*letter) || is_odd_space(*letter))
            && !(*at == 0 && *letter == BYTE_ORDER_MARK)
    });
    for (start, letter) in found {
        let span = Span { file, start, end: start + letter.len_utf8() };
        log.push(diagnostic(letter, span));
    }
}

/// True for white space other than that of YAML: the space of Korean keyboards, and the one that does not
/// break.
fn is_odd_space(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii_whitespace()
}

/// The text with as many plain spaces as other ones have bytes: one mistake is not reported twice.
pub fn with_plain_spaces(text: &str) -> Cow<'_, str> {
    if !text.contains(is_odd_space) {
        return Cow::Borrowed(text);
    }
    let plain = |letter: char| match is_odd_space(letter) {
        true => " ".repeat(letter.len_utf8()),
        false => letter.to_string(),
    };
    Cow::Owned(text.chars().map(plain).collect())
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reports one that an escape of a quoted text stands for: `"\u202e"`.
pub fn report_escaped(text: &str, span: Span, written: &str, log: &mut Log) {
    let letters = text.chars().filter(|letter| is_invisible(*letter));
    if let Some(letter) = letters.into_iter().find(|letter| !written.contains(*letter)) {
        log.push(diagnostic(letter, span));
    }
}

fn diagnostic(letter: char, span: Span) -> Diagnostic {
    let what = match letter {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a mark that changes the direction of text"
        }
        letter if letter.is_control() => "a control character",
        letter if is_odd_space(letter) => {
            let message = format!("a space that is not a plain one, U+{:04X}", u32::from(letter));
            let diagnostic = Diagnostic::new(&codes::E042, message).at(span, "here");
            return diagnostic.help("type a plain space");
        }
        _ => "an invisible character",
    };
    let message = format!("{what}, U+{:04X}", u32::from(letter));
    Diagnostic::new(&codes::E042, message).at(span, "here").help("remove it")
}
