//! Texts in quotes.

use super::mistakes::Mistakes;

/// The end of a quoted text that begins at `start`, behind its closing quote; an open one is reported.
/// `indent` is the indentation of the entry.
pub fn end(start: usize, indent: usize, mistakes: &mut Mistakes<'_>) -> Option<usize> {
    let quote = mistakes.text[start..].chars().next()?;
    let mut letters = mistakes.text[start + 1..].char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let at = start + 1 + at;
        match letter {
            '\\' if quote == '"' => {
                let escaped = letters.next().map_or(' ', |(_, letter)| letter);
                if !ESCAPES.contains(escaped) {
                    report_escape(at, escaped, mistakes);
                }
            }
            '\'' if quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') => {
                letters.next();
            }
            letter if letter == quote => return Some(at + 1),
            '\n' if mistakes.next_indent(at).is_none_or(|next| next <= indent) => break,
            _ => {}
        }
    }
    let line = start..start + mistakes.rest_of_line(start).len();
    let help = format!("write `{quote}` at the end of the text");
    mistakes.add(line, &format!("a `{quote}` is not closed"), "begins here", help);
    None
}

/// The characters behind a backslash that YAML knows.
const ESCAPES: &str = "0abtnvfre \"/\\N_LPxuU\t\r\n";

fn report_escape(at: usize, escaped: char, mistakes: &mut Mistakes<'_>) {
    let help = format!("write `\\\\{escaped}` for a backslash, or put the text in single quotes");
    let message = format!("`\\{escaped}` is not an escape of YAML");
    mistakes.add(at..at + 1 + escaped.len_utf8(), &message, "unknown escape", help);
}

/// Reports text behind the closing quote.
pub fn report_trailing(at: usize, quote: char, mistakes: &mut Mistakes<'_>) {
    let help = match quote {
        _ if matches!(mistakes.rest_of_line(at), "," | ";") => {
            "remove it: a line in a block has no mark at its end"
        }
        '\'' => "write `''` for an apostrophe in the text, or put the text in double quotes",
        _ => "write `\\\"` for a quote in the text, or put all of it in quotes",
    };
    let rest = at..at + mistakes.rest_of_line(at).len();
    let message = format!("the text goes on behind its closing `{quote}`");
    mistakes.add(rest, &message, "not in the quotes", help.to_owned());
}
