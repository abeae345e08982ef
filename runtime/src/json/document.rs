//! A tokenized JSON text.

use std::borrow::Cow;

use hifijson::str::LexAlloc as _;
use hifijson::{Error, SliceLexer};

use super::lossy;
use super::mismatch::Mismatch;
use super::mismatch_sink::MismatchSink;
use super::node::Node;
use super::tokenizer::tokenize;

/// A text that is known to be JSON, with the position of each value and the mismatches found so far.
///
/// The text is tokenized once. Searching it again in the envelope, in each list and in each record
/// would go over most of a response four times.
pub(crate) struct Document<'a> {
    text: Cow<'a, str>,
    nodes: Vec<Node>,
    sink: MismatchSink,
}

impl<'a> Document<'a> {
    /// Parses the JSON in a body. If it is not valid, the document is empty and the mismatch recorded.
    pub(crate) fn parse(body: &'a [u8]) -> Self {
        let sink = MismatchSink::default();
        let text = decode(body, &sink);
        let is_lossy = matches!(text, Cow::Owned(_));
        let nodes = parse(&text, is_lossy).unwrap_or_else(|mismatch| {
            sink.record(mismatch);
            Vec::new()
        });
        Self { text, nodes, sink }
    }

    /// True if a mismatch was recorded that is not tolerated.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.sink.is_fatal()
    }

    /// The tolerated mismatches of the values that were read; fails with the first one that is not
    /// tolerated.
    pub(crate) fn end(&self) -> Result<Vec<Mismatch>, Mismatch> {
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

    /// The value of a string with its escape sequences resolved, unless one of its characters is
    /// invalid.
    pub(super) fn string(&self, node: &Node) -> Option<Cow<'_, str>> {
        let content = self.text.get(node.content())?;
        if self.is_lossy() && content.contains(char::REPLACEMENT_CHARACTER) {
            return None;
        }
        if node.is_escaped() {
            let rest = self.text.get(node.content().start..)?;
            return SliceLexer::new(rest.as_bytes()).str_string().ok();
        }
        Some(Cow::Borrowed(content))
    }

    /// The value of a string, with the replacement character in place of each invalid one.
    pub(super) fn lossy_string(&self, node: &Node) -> String {
        lossy::unescape(self.text.get(node.content()).unwrap_or_default())
    }

    /// True if parts of the body were not valid UTF-8, and were replaced.
    fn is_lossy(&self) -> bool {
        matches!(self.text, Cow::Owned(_))
    }

    /// Returns `true` if this is the value of a string.
    pub(super) fn is_string(&self, node: &Node, value: &str) -> bool {
        if node.is_escaped() {
            return self.string(node).as_deref() == Some(value);
        }
        self.text.as_bytes().get(node.content()) == Some(value.as_bytes())
    }
}

/// The text of a body, without a byte-order mark, and with replacement characters in place of what is
/// not valid UTF-8: a text that was cut by its length.
fn decode<'a>(body: &'a [u8], sink: &MismatchSink) -> Cow<'a, str> {
    let rest = body.strip_prefix(b"\xef\xbb\xbf");
    if rest.is_some() {
        sink.record_repair(Mismatch::new("JSON", "JSON behind a byte-order mark"));
    }
    let bytes = rest.unwrap_or(body);
    std::str::from_utf8(bytes).map_or_else(
        |_| {
            sink.record_repair(Mismatch::new("JSON", NOT_UTF_8));
            String::from_utf8_lossy(bytes)
        },
        Cow::Borrowed,
    )
}

const NOT_UTF_8: &str = "text that is not valid UTF-8";

fn parse(text: &str, is_lossy: bool) -> Result<Vec<Node>, Mismatch> {
    let invalid = |found| Mismatch::new("JSON", found);
    if text.is_empty() {
        return Err(invalid("empty"));
    }
    u32::try_from(text.len()).map_err(|_| invalid("a text of more than 4 GiB"))?;
    tokenize(text).map_err(|error| match error {
        Error::Depth => Mismatch::new(
            "JSON of at most 128 nested levels",
            "JSON of more than 128 nested levels",
        ),
        _ if is_lossy => invalid(NOT_UTF_8),
        _ => invalid("text that is not valid JSON"),
    })
}

#[cfg(test)]
mod tests;
