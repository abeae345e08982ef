//! A text that is known to be JSON.

use std::borrow::Cow;

use super::node::Node;
use super::{Faults, Json, Mismatch, escape, outline};

/// A text that is known to be JSON, with where each value in it is, and what was wrong with those
/// that were read.
///
/// The places are found in one go. Whoever looks for them again in each list and in each record of
/// it goes over most of an answer four times.
pub(crate) struct Document<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    faults: Faults,
}

impl<'a> Document<'a> {
    /// What the reader makes of the JSON in a body.
    pub(crate) fn read<T>(body: &[u8], reader: impl FnOnce(Json<'_>) -> T) -> Result<T, Mismatch> {
        let document = Document::parse(body);
        let value = reader(document.root());
        document.end().map(|()| value)
    }

    /// The JSON in a body, or a missing value, with that noted, if it holds none.
    pub(crate) fn parse(body: &'a [u8]) -> Self {
        let text = std::str::from_utf8(body).ok().filter(|text| u32::try_from(text.len()).is_ok());
        let outlined = text.and_then(|text| Some((text, outline::of(text)?)));
        let faults = Faults::default();
        if outlined.is_none() {
            let found = if body.is_empty() { "empty" } else { "something else" };
            faults.note(Mismatch::new("JSON", found));
        }
        let (text, nodes) = outlined.unwrap_or_default();
        Self { text, nodes, faults }
    }

    /// The value that all others are in.
    pub(crate) fn root(&self) -> Json<'_> {
        Json::new(self, &self.nodes)
    }

    /// Fails if something that was read was other than documented.
    pub(crate) fn end(&self) -> Result<(), Mismatch> {
        self.faults.end()
    }

    pub(super) fn faults(&self) -> &Faults {
        &self.faults
    }

    pub(super) fn text(&self, node: &Node) -> &str {
        self.text.get(node.range()).unwrap_or_default()
    }

    pub(super) fn bytes(&self, node: &Node) -> &[u8] {
        self.text.as_bytes().get(node.range()).unwrap_or_default()
    }

    /// What a string says, unless it has a broken escape.
    pub(super) fn string(&self, node: &Node) -> Option<Cow<'_, str>> {
        let text = self.text.get(node.inside()).unwrap_or_default();
        if node.is_escaped() {
            return escape::resolved(text).map(Cow::Owned);
        }
        Some(Cow::Borrowed(text))
    }

    /// A string as it is written, without the quotes.
    pub(super) fn inner_bytes(&self, node: &Node) -> &[u8] {
        self.text.as_bytes().get(node.inside()).unwrap_or_default()
    }

    /// Whether a string says this.
    pub(super) fn says(&self, node: &Node, text: &str) -> bool {
        if node.is_escaped() {
            return self.string(node).is_some_and(|string| string == text);
        }
        self.inner_bytes(node) == text.as_bytes()
    }
}
