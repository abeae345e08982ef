//! YAML text → a tree of nodes with their locations. The one file that names the YAML crate, which is
//! why it also writes YAML.
//!
//! The tree is built from the parser's events, which have locations, and a scalar is
//! taken as it is written, whatever YAML would make of it.

mod node;

use std::io;

use serde::Serialize;
use serde_yaml::granit_parser::{self as parser, Event, Parser, ScalarStyle, StrInput};

pub use node::{Content, Key, Node};

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::{Source, Span};
use crate::syntax::invisible;

/// Twice as deep as anything in a schema; reading is recursive, and a stack has an end.
const DEEPEST: usize = 20;

/// Parses one file. What is not YAML, or more of YAML than the schema language takes, is reported,
/// and `None` returned.
pub fn parse(source: &Source, file: usize, log: &mut Log) -> Option<Node> {
    let text = &source.text;
    let mut tree = Tree { text, file, events: Parser::new_from_str(text), log: Log::default() };
    invisible::report(source, file, &mut tree.log);
    let root = tree.document().filter(|_| tree.log.is_empty());
    log.extend(tree.log);
    root
}

/// Any value as YAML text.
///
/// # Errors
/// Fails when YAML cannot hold the value.
pub fn write(value: &impl Serialize) -> io::Result<String> {
    serde_yaml::to_string(value).map_err(io::Error::other)
}

/// Any YAML or JSON text as a JSON value: documents that others wrote.
///
/// # Errors
/// The message contains the error and its location.
pub fn json(text: &str) -> Result<serde_json::Value, String> {
    typed(text)
}

/// A small YAML file of ours that needs no spans.
///
/// # Errors
/// The message contains the error and its location.
pub fn typed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    // The crate's own limits stay: they hold off documents that are made to exhaust a reader.
    let options =
        serde_yaml::options! { with_snippet: false, leading_zero_numbers_as_strings: true };
    serde_yaml::from_str_with_options(text, options).map_err(|error| error.to_string())
}

/// An event and its location.
type Located<'t> = (Event<'t>, Span);

/// The tree while it is built. `None` means that it cannot be; the error is in the log then.
struct Tree<'t> {
    text: &'t str,
    file: usize,
    events: Parser<'t, StrInput<'t>>,
    log: Log,
}

impl<'t> Tree<'t> {
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
                self.malformed(start, &error.info())
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
        self.refuse(&event, span);
        let end = self.end_of_scalar(&event, span);
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
            self.refuse(&event, span);
            let text = match event {
                Event::Scalar(text, ..) => text.into_owned(),
                _ => return self.malformed(span.start, "a key has to be a single word"),
            };
            let value = self.next()?;
            entries.push((Key { text, span }, self.node(value, span, depth)?));
        }
    }

    /// Reports features of YAML that the schema language excludes; reading continues.
    fn refuse(&mut self, event: &Event<'_>, span: Span) {
        if event.is_alias() || event.anchor_id().is_some() {
            let label = if event.is_alias() { "an alias" } else { "this has an anchor" };
            let message = "anchors and aliases are not part of the schema language";
            self.log.push(
                Diagnostic::new(&codes::E001, message)
                    .at(span, label)
                    .help("write the value out in full"),
            );
        }
        if let Event::Scalar(text, ..) = event {
            let written = self.text.get(span.range()).unwrap_or_default();
            invisible::report_escaped(text, span, written, &mut self.log);
        }
        if event.tag().is_some() {
            self.log.push(
                Diagnostic::new(&codes::E001, "tags are not part of the schema language")
                    .at(span, "this has a tag")
                    .help("remove the tag"),
            );
        }
    }

    fn malformed<T>(&mut self, start: usize, message: &str) -> Option<T> {
        let span = Span { file: self.file, start, end: end_of_line(self.text, start) };
        self.log.push(Diagnostic::new(&codes::E001, "this is not valid YAML").at(span, message));
        None
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
