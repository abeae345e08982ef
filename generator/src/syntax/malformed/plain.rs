//! Texts without quotes.

use super::entry::is_colon;
use super::lookalike;
use super::mistakes::Mistakes;

/// The characters that no text without quotes begins with.
const RESERVED: [char; 6] = ['@', '`', '%', ',', ']', '}'];

/// Reports what a text in block style needs quotes for.
pub fn check(start: usize, mistakes: &mut Mistakes<'_>) {
    let rest = mistakes.rest_of_line(start);
    let text = rest.split(" #").next().unwrap_or_default();
    if report_reserved(start, text, mistakes) {
        return;
    }
    let colon = text.match_indices(':').find(|(at, _)| is_colon(text, *at));
    let Some((colon, _)) = colon else { return };
    match text.chars().next() {
        Some(first) if lookalike::is_opening(first) => lookalike::report(start, first, mistakes),
        _ => report_colon(start + colon, mistakes),
    }
}

/// Reports a reserved character at the beginning of a text.
pub fn report_reserved(start: usize, text: &str, mistakes: &mut Mistakes<'_>) -> bool {
    let indicator = ["- ", "? "].iter().any(|indicator| text.starts_with(indicator));
    let Some(first) = text.chars().next().filter(|it| indicator || RESERVED.contains(it)) else {
        return false;
    };
    let at = start..start + first.len_utf8();
    mistakes.add(at, "a text that begins like this needs quotes", "reserved by YAML", quote());
    true
}

/// Reports a colon within a text, which makes it an entry of a map.
pub fn report_colon(at: usize, mistakes: &mut Mistakes<'_>) {
    mistakes.add(at..at + 1, "a text with `: ` in it needs quotes", "a second `:`", quote());
}

/// The help.
pub fn quote() -> String {
    "put the whole text in quotes: `\"…\"`".to_owned()
}
