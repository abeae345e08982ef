//! A JSON value that was received and is read on demand.

use std::borrow::Cow;

use super::document::Document;
use super::kind::ValueKind;
use super::mismatch::Mismatch;
use super::mismatch_sink::MismatchSink;
use super::node::Node;

const INVALID_STRING: &str = "a string with invalid characters";

/// A JSON value that is known to be well-formed and otherwise unread: its numbers are still text, and
/// a field that nobody reads costs nothing.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    document: &'a Document<'a>,
    nodes: &'a [Node],
}

impl Document<'_> {
    /// Reads a value from the JSON in a body.
    pub(crate) fn read<T>(body: &[u8], reader: impl FnOnce(Json<'_>) -> T) -> Result<T, Mismatch> {
        let document = Document::parse(body);
        let value = reader(document.root());
        document.end().map(|_| value)
    }

    /// The value that contains all others.
    pub(crate) fn root(&self) -> Json<'_> {
        Json { document: self, nodes: self.nodes() }
    }
}

impl<'a> Json<'a> {
    /// Another value of the same document; without nodes, a missing one.
    pub(super) fn with_nodes(self, nodes: &'a [Node]) -> Self {
        Self { nodes, ..self }
    }

    pub(super) fn document(self) -> &'a Document<'a> {
        self.document
    }

    pub(super) fn sink(self) -> &'a MismatchSink {
        self.document.sink()
    }

    /// The nodes of this value and of everything inside it.
    pub(super) fn nodes(self) -> &'a [Node] {
        self.nodes
    }

    /// The nodes inside this value: in an object, each value follows its name.
    pub(super) fn inner_nodes(self) -> &'a [Node] {
        self.nodes.get(1..).unwrap_or_default()
    }

    pub(super) fn kind(self) -> ValueKind {
        self.nodes.first().map_or(ValueKind::Missing, Node::kind)
    }

    /// The text as it was sent; empty if the value is missing.
    pub(crate) fn text(self) -> &'a str {
        self.nodes.first().map_or("", |node| self.document.text(node))
    }

    /// The text of a string, number or boolean.
    pub(crate) fn scalar_text(self) -> Option<Cow<'a, str>> {
        match self.kind() {
            ValueKind::Number | ValueKind::Boolean => Some(Cow::Borrowed(self.text())),
            ValueKind::String => self.string(),
            _ => None,
        }
    }

    /// The JSON of a list or an object.
    pub(super) fn collection_text(self) -> Option<&'a str> {
        matches!(self.kind(), ValueKind::List | ValueKind::Object).then_some(self.text())
    }

    fn string(self) -> Option<Cow<'a, str>> {
        self.document.string(self.nodes.first()?)
    }

    /// Reads a code, documented as a string or an integer and sent as either.
    pub fn code(self) -> Cow<'a, str> {
        self.expect("a code", self.scalar_text())
    }

    /// The value, or a default if there is none: then the mismatch is recorded.
    pub(crate) fn expect<T: Default>(self, expected: &'static str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.mismatch(expected);
            T::default()
        })
    }

    /// Records that this value is not the expected one.
    pub(crate) fn mismatch(self, expected: &'static str) {
        let found = match self.kind() {
            ValueKind::String if self.string().is_none() => INVALID_STRING,
            kind => kind.description(),
        };
        self.sink().record(Mismatch::new(expected, found));
    }

    /// Records that this value is not the expected one, but has only one reading.
    pub(crate) fn repair(self, expected: &'static str) {
        self.repair_found(expected, self.kind().description());
    }

    /// Records that this value is not the expected one, but another that has only one reading.
    pub(super) fn repair_found(self, expected: &'static str, found: &'static str) {
        self.sink().record_repair(Mismatch::new(expected, found));
    }

    /// A string of which some characters are invalid, with replacement characters in their place.
    pub(super) fn repaired_string(self) -> Option<String> {
        let node = self.nodes.first().filter(|_| self.kind() == ValueKind::String)?;
        self.repair_found("a string", INVALID_STRING);
        Some(self.document.lossy_string(node))
    }
}
