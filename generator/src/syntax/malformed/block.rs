//! Maps and lists in block style, line by line.

use super::entry::key_length;
use super::levels::{Levels, Value};
use super::lines::{Line, with_content};
use super::mistakes::Mistakes;
use super::{flow, lookalike, plain, quoted};

/// The state behind a line.
struct Walk<'m, 't> {
    mistakes: &'m mut Mistakes<'t>,
    lines: Vec<Line<'t>>,
    levels: Levels,
}

/// Finds the mistakes in a text.
pub fn find(mistakes: &mut Mistakes<'_>) {
    let lines = with_content(mistakes.text);
    let mut walk = Walk { mistakes, lines, levels: Levels::new() };
    let mut number = 0;
    while let Some(line) = walk.lines.get(number).copied() {
        let end = walk.line(line, number);
        number += 1;
        while walk.lines.get(number).is_some_and(|next| next.start < end) {
            number += 1;
        }
    }
}

impl Walk<'_, '_> {
    /// Reads a line and returns the end of its value.
    fn line(&mut self, line: Line<'_>, number: usize) -> usize {
        if line.is_marker() {
            self.levels = Levels::new();
            return line.at();
        }
        if line.has_tab {
            self.tab(line, number);
        }
        let (mut at, mut indent, mut content) = (line.at(), line.indent, line.content);
        while content == "-" || content.starts_with("- ") {
            if !self.levels.item(at, indent, self.mistakes) {
                return at + content.len();
            }
            let item = content[1..].trim_start();
            let length = content.len() - item.len();
            (at, indent, content) = (at + length, indent + length, item);
        }
        if content.is_empty() {
            return at;
        }
        if content.starts_with(lookalike::DASHES) && self.levels.last.1 == Value::Empty {
            self.dash(at, indent, content);
            return at + content.len();
        }
        match key_length(content) {
            Some(length) => {
                self.levels.entry(at..at + length, indent, self.mistakes);
                let space = content[length..].len() - content[length..].trim_start().len();
                self.value(at + length + space, indent)
            }
            None => self.text(at, indent, content, number),
        }
    }

    /// Reports an item whose dash is another character, or has no space behind it.
    fn dash(&mut self, at: usize, indent: usize, content: &str) {
        let item = content.trim_start_matches(lookalike::DASHES);
        let help = format!("write `- {}`", item.trim_start());
        let message = "an item of a list begins with `-` and a space";
        let mark = at + content.len() - item.len();
        self.mistakes.add(at..mark, message, "no item", help);
        self.levels.dash(indent);
    }

    /// Reports the first line of several that are indented by tabs.
    fn tab(&mut self, line: Line<'_>, number: usize) {
        let follows = number.checked_sub(1).is_some_and(|before| self.lines[before].has_tab);
        if !follows {
            let help = "indent by two spaces for each level".to_owned();
            self.mistakes.add(line.start..line.at(), "a tab in the indentation", "a tab", help);
        }
        self.levels.unsure = true;
    }

    /// Reads the value of an entry and returns its end.
    fn value(&mut self, at: usize, indent: usize) -> usize {
        let rest = self.mistakes.rest_of_line(at);
        let end = at + rest.len();
        self.levels.last = (indent, Value::Whole);
        match rest.chars().next() {
            None | Some('#') => self.levels.last.1 = Value::Empty,
            Some('|' | '>') => return self.end_of_block(end, indent),
            Some('"' | '\'') => return self.quoted(at, indent).unwrap_or(end),
            Some('[' | '{') => {
                return self.flow(at, indent).unwrap_or_else(|| self.end_of_block(end, indent));
            }
            Some('&' | '*' | '!') => {
                let is_property = !rest.contains(' ') && !rest.starts_with('*');
                self.levels.last.1 = if is_property { Value::Empty } else { Value::Text };
            }
            Some(_) => {
                self.levels.last.1 = Value::Text;
                plain::check(at, self.mistakes);
            }
        }
        end
    }

    /// The end of a text in block style: the first line that is not indented more than the entry.
    fn end_of_block(&self, at: usize, indent: usize) -> usize {
        let mut behind = self.lines.iter().filter(|line| line.start >= at);
        let end = behind.find(|line| line.indent <= indent);
        end.map_or(self.mistakes.text.len(), |line| line.start)
    }

    fn quoted(&mut self, at: usize, indent: usize) -> Option<usize> {
        let quote = self.mistakes.text[at..].chars().next()?;
        let end = quoted::end(at, indent, self.mistakes)?;
        if let Some(trailing) = self.trailing(end) {
            quoted::report_trailing(trailing, quote, self.mistakes);
        }
        Some(end)
    }

    fn flow(&mut self, at: usize, indent: usize) -> Option<usize> {
        let end = flow::end(at, indent, self.mistakes)?;
        if let Some(at) = self.trailing(end) {
            let rest = at..at + self.mistakes.rest_of_line(at).len();
            let message = "the line goes on behind the closing bracket";
            let help = "remove it; if all of it is a text, put it in quotes".to_owned();
            self.mistakes.add(rest, message, "not in the brackets", help);
        }
        Some(end)
    }

    /// The text between a value and the end of its line, unless it is a comment.
    fn trailing(&self, at: usize) -> Option<usize> {
        let rest = self.mistakes.rest_of_line(at);
        let text = rest.trim_start();
        let is_comment = text.starts_with('#') && text.len() < rest.len();
        (!text.is_empty() && !is_comment).then_some(at + rest.len() - text.len())
    }

    /// Reads a line without a key and returns the end of its value.
    fn text(&mut self, at: usize, indent: usize, content: &str, number: usize) -> usize {
        let (above, value) = self.levels.last;
        let is_below = indent > above;
        if is_below && value == Value::Text {
            return at + content.len();
        }
        let next = self.lines.get(number + 1);
        let is_entry = |next: &Line<'_>| key_length(next.content).is_some();
        let is_beside = next.is_some_and(|next| next.indent == indent && is_entry(next));
        let is_flow = content.starts_with(['[', '{']);
        if is_flow || (is_below && value == Value::Empty && !is_beside) {
            return self.value(at, above);
        }
        self.missing_colon(at, content);
        self.levels.without_key(indent);
        at + content.len()
    }

    /// Reports a line that should be an entry.
    fn missing_colon(&mut self, at: usize, content: &str) {
        let end = at + content.len();
        if let Some((at, letter)) = lookalike::first(self.mistakes.text, at, end, &[':']) {
            return lookalike::report(at, letter, self.mistakes);
        }
        let colon = content.split_once(':').filter(|(_, value)| !value.starts_with(' '));
        if let Some((key, value)) = colon {
            let colon = at + key.len();
            let help = format!("write `{key}: {value}`");
            let message = "a space is missing behind `:`";
            return self.mistakes.add(colon..colon + 1, message, "here", help);
        }
        let (key, value) = content.split_once([' ', '=', ';', '；', '\t']).unwrap_or((content, ""));
        let value = value.trim_start_matches(['=', ' ', '\t']);
        let is_key = key.chars().all(|letter| letter.is_ascii_lowercase() || "_?".contains(letter));
        let help = match is_key {
            true => format!("write `{}`", format!("{key}: {value}").trim_end()),
            false => {
                "if it belongs to the text above, indent it more than the key above".to_owned()
            }
        };
        self.mistakes.add(at..end, "a `:` is missing", "expected `key: value`", help);
    }
}
