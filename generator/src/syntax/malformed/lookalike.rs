//! Characters that look like those of YAML's syntax.

use super::mistakes::Mistakes;
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;

const LOOKALIKES: [(char, char); 25] = [
    ('：', ':'),
    ('﹕', ':'),
    ('︓', ':'),
    ('ː', ':'),
    ('∶', ':'),
    ('，', ','),
    ('、', ','),
    ('；', ','),
    ('､', ','),
    ('﹐', ','),
    ('［', '['),
    ('］', ']'),
    ('【', '['),
    ('】', ']'),
    ('｛', '{'),
    ('｝', '}'),
    ('“', '"'),
    ('”', '"'),
    ('„', '"'),
    ('＂', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('＇', '\''),
    ('＃', '#'),
    ('－', '-'),
];

/// The characters that people write in front of items.
pub const DASHES: [char; 6] = ['-', '－', '–', '—', '•', '·'];

/// The character of YAML that another one looks like.
fn to_ascii(letter: char) -> Option<char> {
    LOOKALIKES.iter().find(|(other, _)| *other == letter).map(|(_, ascii)| *ascii)
}

/// True for a character that looks like one that begins a value.
pub fn is_opening(letter: char) -> bool {
    matches!(to_ascii(letter), Some('[' | '{' | '"' | '\''))
}

/// The first character in a range that looks like one of these.
pub fn first(text: &str, start: usize, end: usize, ascii: &[char]) -> Option<(usize, char)> {
    let mut letters = text[start..end].char_indices();
    let found = letters.find(|(_, letter)| to_ascii(*letter).is_some_and(|it| ascii.contains(&it)));
    found.map(|(at, letter)| (start + at, letter))
}

/// Reports one.
pub fn report(at: usize, letter: char, mistakes: &mut Mistakes<'_>) {
    let ascii = to_ascii(letter).unwrap_or(letter);
    let (message, label) = (message(letter, ascii), label(letter));
    let space = if matches!(ascii, ':' | ',') { ", with a space behind it" } else { "" };
    mistakes.add(at..at + letter.len_utf8(), &message, &label, format!("write `{ascii}`{space}"));
}

/// Reports quotes around a text without quotes that only look like quotes.
pub fn report_quotes(text: &str, span: Span, log: &mut Log) {
    let is_quote = |letter: &char| matches!(to_ascii(*letter), Some('"' | '\''));
    let (first, last) = (text.chars().next(), text.chars().next_back());
    if let (Some(first), Some(_)) = (first.filter(is_quote), last.filter(is_quote)) {
        let ascii = to_ascii(first).unwrap_or(first);
        let span = Span { end: span.start + first.len_utf8(), ..span };
        log.push(
            Diagnostic::new(&codes::E001, message(first, ascii))
                .at(span, label(first))
                .help(format!("write `{ascii}` on both sides of the text")),
        );
    }
}

fn message(letter: char, ascii: char) -> String {
    format!("`{letter}` looks like `{ascii}`, but is another character")
}

fn label(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}
