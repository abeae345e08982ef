//! YAML text → a tree of nodes with their places. The one file that names the YAML crate, which is
//! why it also writes YAML.

use std::{fmt, io};

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_yaml::{Location, Spanned};

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::source::{Source, Span};

/// A YAML node.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where to point: the node itself, or its key when the node is a block (a block has no width).
    pub span: Span,
    /// What stands there.
    pub content: Content,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Nothing: an empty value, `~` or `null`.
    Empty,
    /// A number, a word or a text, as written; `plain` when without quotes.
    Scalar {
        /// The text, unquoted.
        text: String,
        /// Whether it stood without quotes.
        plain: bool,
    },
    /// `[a, b]` or `- a`.
    List(Vec<Node>),
    /// `key: value`, every entry as written, duplicates included.
    Map(Vec<(Key, Node)>),
}

/// The key of a map entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The text, unquoted.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Twice as deep as anything in a schema; reading is recursive, and a stack has an end.
const DEEPEST: usize = 20;

/// Parses one file. What is not YAML is reported, and `None` returned.
pub fn parse(source: &Source, file: usize, log: &mut Log) -> Option<Node> {
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! { max_depth: DEEPEST },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    };
    let text = &source.text;
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options) {
        Ok(root) => {
            let whole = Span { file, start: 0, end: text.find('\n').unwrap_or(text.len()) };
            Some(Placing { text, file, log }.node(root, whole))
        }
        Err(error) => {
            log.push(malformed(&error, text, file));
            None
        }
    }
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
/// Says what is wrong and where.
pub fn json(text: &str) -> Result<serde_json::Value, String> {
    typed(text)
}

/// A small YAML file of ours that needs no spans.
///
/// # Errors
/// Says what is wrong and where.
pub fn typed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    // The crate's own limits stay: they hold off documents that are made to exhaust a reader.
    let options =
        serde_yaml::options! { with_snippet: false, leading_zero_numbers_as_strings: true };
    serde_yaml::from_str_with_options(text, options).map_err(|error| error.to_string())
}

fn malformed(error: &serde_yaml::Error, text: &str, file: usize) -> Diagnostic {
    let start = error.location().map_or(0, |place| byte_of(text, &place));
    // The crate's own message repeats the place, which the snippet shows already.
    let message = error.without_snippet().to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    // What follows is advice for who programs with the crate.
    let message = message.split("; use ").next().unwrap_or(message).to_owned();
    let span = Span { file, start, end: end_of_line(text, start) };
    Diagnostic::new(&codes::E001, "this is not valid YAML").at(span, message)
}

fn byte_of(text: &str, place: &Location) -> usize {
    let lines = usize::try_from(place.line().saturating_sub(1)).unwrap_or(0);
    let column = usize::try_from(place.column().saturating_sub(1)).unwrap_or(0);
    let line_start: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
    let line = text.get(line_start..).unwrap_or_default();
    line.char_indices().nth(column).map_or(text.len(), |(offset, _)| line_start + offset)
}

fn end_of_line(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.find('\n').unwrap_or(rest.len())
}

/// Turns locations into spans of the source, and scalars back into what was written.
struct Placing<'a> {
    text: &'a str,
    file: usize,
    log: &'a mut Log,
}

impl Placing<'_> {
    fn node(&mut self, spanned: Spanned<Raw>, anchor: Span) -> Node {
        let span = self.span(&spanned.referenced, anchor);
        if spanned.referenced != spanned.defined {
            let message = "anchors and aliases are not part of the schema language";
            self.log.push(
                Diagnostic::new(&codes::E001, message)
                    .at(span, "an alias")
                    .help("write the value out: a reviewer should see it where it counts"),
            );
        }
        let content = match spanned.value {
            Raw::Empty => Content::Empty,
            Raw::Plain => Content::Scalar { text: self.written(span), plain: true },
            Raw::Text(text) => {
                let plain = self.written(span) == text;
                Content::Scalar { text, plain }
            }
            Raw::List(items) => {
                Content::List(items.into_iter().map(|item| self.node(item, span)).collect())
            }
            Raw::Map(entries) => {
                Content::Map(entries.into_iter().map(|entry| self.entry(entry, span)).collect())
            }
        };
        Node { span, content }
    }

    fn entry(
        &mut self,
        (key, value): (Spanned<String>, Spanned<Raw>),
        anchor: Span,
    ) -> (Key, Node) {
        let span = self.span(&key.referenced, anchor);
        let value = self.node(value, span);
        (Key { text: key.value, span }, value)
    }

    fn written(&self, span: Span) -> String {
        self.text.get(span.range()).unwrap_or_default().to_owned()
    }

    fn span(&self, place: &Location, anchor: Span) -> Span {
        let span = place.span();
        let (Some(start), Some(len)) = (span.byte_offset(), span.byte_len()) else {
            return anchor;
        };
        let (Ok(start), Ok(len)) = (usize::try_from(start), usize::try_from(len)) else {
            return anchor;
        };
        if len == 0 || self.text.get(start..start + len).is_none() {
            return anchor;
        }
        Span { file: self.file, start, end: start + len }
    }
}

/// A node as the YAML crate hands it over.
enum Raw {
    Empty,
    /// A plain scalar that YAML would read as a number or a boolean: the source has its text.
    Plain,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a YAML node")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}
