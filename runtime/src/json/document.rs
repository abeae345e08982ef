//! A tokenized JSON text.

use std::borrow::Cow;

use hifijson::str::LexAlloc as _;
use hifijson::{Error, SliceLexer};

use super::mismatch::Mismatch;
use super::mismatch_sink::MismatchSink;
use super::node::Node;
use super::tokenizer::tokenize;

/// A text that is known to be JSON, with the position of each value and the mismatches found so far.
///
/// The text is tokenized once. Searching it again in the envelope, in each list and in each record
/// would go over most of a response four times.
pub(crate) struct Document<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    sink: MismatchSink,
}

impl<'a> Document<'a> {
    /// Parses the JSON in a body. If it is not valid, the document is empty and the mismatch recorded.
    pub(crate) fn parse(body: &'a [u8]) -> Self {
        let sink = MismatchSink::default();
        let (text, nodes) = parse(body).unwrap_or_else(|mismatch| {
            sink.record(mismatch);
            Default::default()
        });
        Self { text, nodes, sink }
    }

    /// Fails with the first mismatch of the values that were read.
    pub(crate) fn end(&self) -> Result<(), Mismatch> {
        self.sink.end()
    }

    /// The nodes of the root value and of everything inside it; none if the text is not valid.
    pub(super) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    pub(super) fn sink(&self) -> &MismatchSink {
        &self.sink
    }

    /// The text of a value as it was sent.
    pub(super) fn text(&self, node: &Node) -> &str {
        self.text.get(node.range()).unwrap_or_default()
    }

    /// The value of a string with its escape sequences resolved, unless one of them is invalid.
    pub(super) fn string(&self, node: &Node) -> Option<Cow<'_, str>> {
        let content = self.text.get(node.content())?;
        if node.is_escaped() {
            let rest = self.text.get(node.content().start..)?;
            return SliceLexer::new(rest.as_bytes()).str_string().ok();
        }
        Some(Cow::Borrowed(content))
    }

    /// Returns `true` if this is the value of a string.
    pub(super) fn is_string(&self, node: &Node, value: &str) -> bool {
        if node.is_escaped() {
            return self.string(node).as_deref() == Some(value);
        }
        self.text.as_bytes().get(node.content()) == Some(value.as_bytes())
    }
}

fn parse(body: &[u8]) -> Result<(&str, Vec<Node>), Mismatch> {
    let invalid = |found| Mismatch::new("JSON", found);
    if body.is_empty() {
        return Err(invalid("empty"));
    }
    let text = std::str::from_utf8(body).map_err(|_| invalid("text that is not valid UTF-8"))?;
    u32::try_from(text.len()).map_err(|_| invalid("a text of more than 4 GiB"))?;
    let nodes = tokenize(text).map_err(|error| match error {
        Error::Depth => Mismatch::new(
            "JSON of at most 128 nested levels",
            "JSON of more than 128 nested levels",
        ),
        _ => invalid("text that is not valid JSON"),
    })?;
    Ok((text, nodes))
}

#[cfg(test)]
mod tests;
