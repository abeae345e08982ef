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

/// Twice as deep as anything in a schema; reading is recursive, and a stack has an end.
const DEEPEST: usize = 20;

/// Parses one file. What is not YAML, or more of YAML than the schema language takes, is reported,
/// and `None` returned.
pub fn parse(source: &Source, file: usize, log: &mut Log) -> Option<Node> {
    let text = &source.text;
    let mut tree = Tree { text, file, events: Parser::new_from_str(text), log: Log::default() };
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
                    return Some(root.unwrap_or(Node { span: whole, content: Content::Empty }));
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
        let content = match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) if is_nothing(&text) => Content::Empty,
            Event::Scalar(text, style, ..) => {
                Content::Scalar { text: text.into_owned(), plain: style == ScalarStyle::Plain }
            }
            Event::SequenceStart(..) => Content::List(self.list(span, depth + 1)?),
            Event::MappingStart(..) => Content::Map(self.map(span, depth + 1)?),
            _ => Content::Empty,
        };
        Some(Node { span, content })
    }

    fn list(&mut self, anchor: Span, depth: usize) -> Option<Vec<Node>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Some(items),
                item => items.push(self.node(item, anchor, depth)?),
            }
        }
    }

    fn map(&mut self, anchor: Span, depth: usize) -> Option<Vec<(Key, Node)>> {
        let mut entries = Vec::new();
        loop {
            let (event, span) = self.next()?;
            let span = if span.range().is_empty() { anchor } else { span };
            self.refuse(&event, span);
            let text = match event {
                Event::MappingEnd => return Some(entries),
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

/// The texts that YAML reads as null.
fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn end_of_line(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.find('\n').unwrap_or(rest.len())
}
