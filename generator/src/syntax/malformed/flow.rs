//! Lists and maps in brackets.

use super::bracket::Bracket;
use super::entry::is_colon;
use super::mistakes::Mistakes;
use super::{lookalike, plain, quoted};

/// The scan of one value in brackets. `None` of its functions means that the rest cannot be told.
struct Scan<'m, 't> {
    mistakes: &'m mut Mistakes<'t>,
    start: usize,
    at: usize,
    indent: usize,
    open: Vec<Bracket>,
}

/// The end of a value in brackets that begins at `start`; `None` if it cannot be told, which is reported.
/// `indent` is the indentation of the entry.
pub fn end(start: usize, indent: usize, mistakes: &mut Mistakes<'_>) -> Option<usize> {
    let mut scan = Scan { mistakes, start, at: start, indent, open: Vec::new() };
    loop {
        scan.step()?;
        if scan.open.is_empty() {
            return Some(scan.at);
        }
    }
}

impl Scan<'_, '_> {
    fn step(&mut self) -> Option<()> {
        let Some(letter) = self.mistakes.text[self.at..].chars().next() else {
            return self.unclosed();
        };
        match letter {
            '\n' if self.mistakes.next_indent(self.at).is_none_or(|next| next <= self.indent) => {
                self.unclosed()
            }
            ' ' | '\t' | '\r' | '\n' => self.pass(1),
            '#' if self.mistakes.text[..self.at].ends_with([' ', '\n']) => {
                self.pass(self.mistakes.end_of_line(self.at) - self.at)
            }
            '[' | '{' => self.bracket(letter),
            ']' | '}' => self.close(letter),
            ',' => self.comma(),
            ':' if self.is_colon(self.at) => self.colon(),
            '"' | '\'' => self.quoted(letter),
            _ => self.text(),
        }
    }

    fn pass(&mut self, bytes: usize) -> Option<()> {
        self.at += bytes;
        Some(())
    }

    fn is_colon(&self, at: usize) -> bool {
        let rest = &self.mistakes.text[at..];
        is_colon(rest, 0) || rest.get(1..).is_some_and(|next| next.starts_with([',', ']', '}']))
    }

    fn bracket(&mut self, bracket: char) -> Option<()> {
        if self.open.last().is_some_and(|open| open.has_value) {
            return self.missing_comma();
        }
        self.open.push(Bracket::new(self.at, bracket));
        self.pass(1)
    }

    fn close(&mut self, bracket: char) -> Option<()> {
        let open = self.open.pop()?;
        let expected = open.closing();
        if bracket != expected {
            let message = format!("`{}` is closed by `{bracket}`", open.letter);
            let help = format!("write `{expected}`");
            self.mistakes.add(self.at..self.at + 1, &message, "the wrong bracket", help);
            return None;
        }
        self.complete();
        self.pass(1)
    }

    fn comma(&mut self) -> Option<()> {
        let open = self.open.last_mut()?;
        if !open.has_value && open.colon.is_none() {
            let help = "remove the `,`, or write what is missing in front of it".to_owned();
            self.mistakes.add(self.at..self.at + 1, "nothing is in front of a `,`", "here", help);
        }
        (open.has_value, open.colon) = (false, None);
        self.pass(1)
    }

    fn colon(&mut self) -> Option<()> {
        let (at, open) = (self.at, self.open.last_mut()?);
        open.has_value = false;
        if let Some(first) = open.colon.replace(at) {
            match lookalike::first(self.mistakes.text, first, at, &[',', '}']) {
                Some((at, letter)) => lookalike::report(at, letter, self.mistakes),
                None => plain::report_colon(at, self.mistakes),
            }
        }
        self.pass(1)
    }

    fn quoted(&mut self, quote: char) -> Option<()> {
        if self.open.last()?.has_value {
            return self.missing_comma();
        }
        self.at = quoted::end(self.at, self.indent, self.mistakes)?;
        self.complete();
        let rest = self.mistakes.rest_of_line(self.at);
        let next = rest.trim_start().chars().next();
        if next.is_some_and(|next| !",:]}#".contains(next)) {
            self.at += rest.len() - rest.trim_start().len();
            let word = rest.trim_start().split([':', ' ', ',']).next().unwrap_or_default();
            if rest.trim_start()[word.len()..].starts_with(':') {
                return self.missing_comma();
            }
            quoted::report_trailing(self.at, quote, self.mistakes);
            return None;
        }
        Some(())
    }

    /// A text without quotes, to the end of its line at most.
    fn text(&mut self) -> Option<()> {
        let start = self.at;
        if self.open.last()?.has_value {
            return self.missing_comma();
        }
        let rest = self.mistakes.rest_of_line(start);
        plain::report_reserved(start, rest, self.mistakes);
        let ends = |(at, letter): &(usize, char)| match letter {
            ',' | '[' | ']' | '{' | '}' => true,
            ':' => self.is_colon(start + at),
            '#' => rest[..*at].ends_with(' '),
            _ => false,
        };
        let length = rest.char_indices().skip(1).find(ends).map_or(rest.len(), |(at, _)| at);
        self.at += length;
        self.complete();
        match rest[length..].chars().next() {
            Some('[' | '{') => self.bracket_in_text(start, &rest[..length]),
            _ => Some(()),
        }
    }

    fn bracket_in_text(&mut self, start: usize, text: &str) -> Option<()> {
        let rest = self.mistakes.rest_of_line(self.at);
        if rest.starts_with("[]") {
            let message = format!("`{text}[]` is not a type expression");
            let help = format!("write `[{text}]`");
            self.mistakes.add(start..self.at + 2, &message, "a list", help);
            return self.pass(2);
        }
        match lookalike::first(self.mistakes.text, start, self.at, &[':', ',']) {
            Some((at, letter)) => lookalike::report(at, letter, self.mistakes),
            None => {
                let message = "a text with a bracket in it needs quotes within brackets";
                self.mistakes.add(self.at..self.at + 1, message, "a bracket", plain::quote());
            }
        }
        // The text goes on.
        self.open.last_mut()?.has_value = false;
        self.pass(rest.find([']', '}'])? + 1)
    }

    fn missing_comma(&mut self) -> Option<()> {
        let help = "write a `,` in front of it, or put the whole text in quotes".to_owned();
        let letter = self.mistakes.text[self.at..].chars().next()?;
        self.mistakes.add(self.at..self.at + letter.len_utf8(), "a `,` is missing", "here", help);
        None
    }

    fn complete(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.has_value = true;
        }
    }

    fn unclosed(&mut self) -> Option<()> {
        let open = self.open.last()?;
        let close = open.closing();
        if self.mistakes.is_in_comment(close, open.at..self.at) {
            return None;
        }
        match lookalike::first(self.mistakes.text, self.start, self.at, &[close]) {
            Some((at, letter)) => lookalike::report(at, letter, self.mistakes),
            None => {
                let message = format!("a `{}` is not closed", open.letter);
                let help = format!("write `{close}` at the end");
                self.mistakes.add(open.at..open.at + 1, &message, "begins here", help);
            }
        }
        None
    }
}
