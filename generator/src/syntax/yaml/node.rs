//! The nodes of a YAML document.

use crate::source::Span;

/// A YAML node.
#[derive(Clone, Debug)]
pub struct Node {
    /// The location: the node itself, or its key when the node is a block (a block has no width).
    pub span: Span,
    /// The byte after the last one of the node with all of its content; neither comments nor blank
    /// lines behind it belong to it, unless a text keeps its blank lines.
    pub end: usize,
    /// The content.
    pub content: Content,
}

/// The content of a node.
#[derive(Clone, Debug)]
pub enum Content {
    /// Nothing: an empty value, `~` or `null`.
    Empty,
    /// A number, a word or a text, as written; `plain` when without quotes.
    Scalar {
        /// The text, unquoted.
        text: String,
        /// True if it was written without quotes.
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
    /// True if it was written without quotes.
    pub plain: bool,
    /// The location.
    pub span: Span,
}
