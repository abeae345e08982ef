//! The tree of a YAML document, built from the parser's events, which have locations. A scalar is
//! taken as it is written, whatever YAML would make of it.

use super::excluded;
use super::library::parser::{self, Event, Parser, ScalarStyle, StrInput};
use super::node::{Content, Key, Node};
use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::Span;
use crate::syntax::malformed;

/// Twice as deep as anything in a schema; reading is recursive, and a stack has an end.
const DEEPEST: usize = 20;

/// The root of the only document; `None` if there are errors. Comments that cut a text off are reported
/// apart, because they leave the tree as it is.
pub fn parse(text: &str, file: usize, errors: &mut Log, comments: &mut Log) -> Option<Node> {
    let events = Parser::new_from_str(text);
    Tree { text, file, events, log: errors, comments }.document()
}

/// An event and its location.
type Located<'t> = (Event<'t>, Span);

/// The tree while it is built. `None` means that it cannot be; the error is in the log then.
struct Tree<'t, 'l> {
    text: &'t str,
    file: usize,
    events: Parser<'t, StrInput<'t>>,
    /// Errors.
    log: &'l mut Log,
    /// Errors that leave the tree as it is.
    comments: &'l mut Log,
}

impl<'t> Tree<'t, '_> {
    /// The only document; an empty one holds nothing.
    fn document(&mut self) -> Option<Node> {
        let whole = Span { file: self.file, start: 0, end: end_of_line(self.text, 0) };
        let mut root = None;
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentEnd, _) => {}
                (Event::StreamEnd, _) => {
                    let empty = Node { span: whole, end: whole.end, content: Content::Empty };
                    return Some(root.unwrap_or(empty));
                }
                (Event::DocumentStart(..), span) if root.is_some() => {
                    return self.malformed(span.start, "a second document begins here");
                }
                (Event::DocumentStart(..), _) => {
                    let first = self.next()?;
                    root = Some(self.node(first, whole, 0)?);
                }
                (_, span) => return self.malformed(span.start, "outside of a document"),
            }
        }
    }

    fn next(&mut self) -> Option<Located<'t>> {
        match self.events.next_event() {
            Some(Ok((event, span))) => Some((event, self.span(&span))),
            Some(Err(error)) => {
                let start = error.marker().byte_offset().unwrap_or_default();
                let error = self.invalid(start, &error.info());
                malformed::report(self.text, self.file, error, self.comments, self.log);
                None
            }
            None => {
                let end = self.text.len();
                Some((Event::StreamEnd, Span { file: self.file, start: end, end }))
            }
        }
    }

    fn node(&mut self, (event, span): Located<'t>, anchor: Span, depth: usize) -> Option<Node> {
        let span = if span.range().is_empty() { anchor } else { span };
        if depth > DEEPEST {
            return self.malformed(span.start, "nested too deeply");
        }
        excluded::report(&event, span, self.text, self.log);
        let end = self.end_of_scalar(&event, span);
        if matches!(event, Event::Scalar(_, ScalarStyle::Plain, ..)) {
            self.refuse_comment(end);
        }
        let (content, end) = match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) if is_nothing(&text) => {
                (Content::Empty, end)
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                (Content::Scalar { text: text.into_owned(), plain }, end)
            }
            Event::SequenceStart(..) => {
                let (items, end) = self.list(span, depth + 1)?;
                (Content::List(items), end)
            }
            Event::MappingStart(..) => {
                let (entries, end) = self.map(span, depth + 1)?;
                (Content::Map(entries), end)
            }
            _ => (Content::Empty, end),
        };
        Some(Node { span, end, content })
    }

    /// The parser's range of a text in block style reaches to the next token, and so over blank lines
    /// and the indentation behind them.
    fn end_of_scalar(&self, event: &Event<'_>, span: Span) -> usize {
        let Event::Scalar(value, style, ..) = event else { return span.end };
        let written = self.text.get(span.range()).unwrap_or_default();
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let length = match written.rfind('\n') {
            Some(newline) if is_block && value.ends_with("\n\n") => newline + 1,
            _ => written.trim_end().len(),
        };
        span.start + length
    }

    /// The items, and the end of the list: its bracket, or the end of the last item.
    fn list(&mut self, anchor: Span, depth: usize) -> Option<(Vec<Node>, usize)> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, span) => {
                    let last = items.last().map_or(anchor.end, |item| item.end);
                    return Some((items, last.max(end_of_flow(span))));
                }
                item => items.push(self.node(item, anchor, depth)?),
            }
        }
    }

    /// The entries, and the end of the map: its brace, or the end of the last value.
    fn map(&mut self, anchor: Span, depth: usize) -> Option<(Vec<(Key, Node)>, usize)> {
        let mut entries: Vec<(Key, Node)> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let last = entries.last().map_or(anchor.end, |(_, value)| value.end);
                return Some((entries, last.max(end_of_flow(span))));
            }
            let span = if span.range().is_empty() { anchor } else { span };
            excluded::report(&event, span, self.text, self.log);
            let (text, plain) = match event {
                Event::Scalar(text, style, ..) => (text.into_owned(), style == ScalarStyle::Plain),
                _ => return self.malformed(span.start, "a key has to be a single word"),
            };
            let value = self.next()?;
            let value = self.node(value, span, depth)?;
            if matches!(value.content, Content::Empty) && value.span == span {
                self.refuse_comment(span.end + ":".len());
            }
            entries.push((Key { text, plain, span }, value));
        }
    }

    /// Reports a comment behind a text without quotes, which may be the rest of the text.
    fn refuse_comment(&mut self, end: usize) {
        let rest = self.text.get(end..end_of_line(self.text, end)).unwrap_or_default();
        let Some(at) = rest.find(|letter| letter != ' ' && letter != '\t') else { return };
        if rest[at..].starts_with('#') {
            let span = Span { file: self.file, start: end + at, end: end + rest.trim_end().len() };
            self.comments.push(
                Diagnostic::new(&codes::E048, "a comment cuts a text off")
                    .at(span, "a comment for YAML")
                    .help("quote the text if this is part of it, or else move the comment to a line of its own"),
            );
        }
    }

    fn malformed<T>(&mut self, start: usize, message: &str) -> Option<T> {
        self.log.push(self.invalid(start, message));
        None
    }

    fn invalid(&self, start: usize, message: &str) -> Diagnostic {
        let span = Span { file: self.file, start, end: end_of_line(self.text, start) };
        Diagnostic::new(&codes::E001, "this is not valid YAML").at(span, message)
    }

    fn span(&self, span: &parser::Span) -> Span {
        let [start, end] = [&span.start, &span.end].map(|at| at.byte_offset().unwrap_or(0));
        Span { file: self.file, start, end }
    }
}

/// The end of the bracket that closes a collection; 0 for one in block style, which has none.
fn end_of_flow(span: Span) -> usize {
    if span.range().is_empty() { 0 } else { span.end }
}

/// The texts that YAML reads as null.
fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn end_of_line(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.find('\n').unwrap_or(rest.len())
}
