//! Reading nodes into typed syntax, with every error reported and reading going on.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, alternatives, codes, nearest};
use crate::keywords::Keyword;
use crate::source::Span;
use crate::syntax::yaml::{Content, Key, Node};

/// A value of a schema file.
///
/// `None` means that it could not be read; the error is in the log then.
pub trait Read: Sized {
    /// Reads the node.
    fn read(node: &Node, log: &mut Log) -> Option<Self>;

    /// The value where a `TODO` stands for it; none if a missing value does as well.
    fn undecided(_: Span) -> Option<Self> {
        None
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::List(items) => {
                Some(items.iter().filter_map(|item| T::read(item, log)).collect())
            }
            _ => wrong_kind(node, "a list", log),
        }
    }
}

impl Read for bool {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        match &node.content {
            Content::Scalar { text, plain: true } if text == "true" => Some(true),
            Content::Scalar { text, plain: true } if text == "false" => Some(false),
            Content::Scalar { text, .. } => invalid_boolean(node, text, log),
            _ => wrong_kind(node, "`true` or `false`", log),
        }
    }
}

fn invalid_boolean(node: &Node, text: &str, log: &mut Log) -> Option<bool> {
    let word = match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => "true",
        "false" | "no" | "off" | "n" | "0" => "false",
        _ => return invalid_value(node, text, &["true", "false"], log),
    };
    let message = format!("invalid value `{text}`; expected `true` or `false`");
    log.push(
        Diagnostic::new(&codes::E007, message)
            .at(node.span, "invalid value")
            .help(format!("write `{word}`, without quotes")),
    );
    None
}

impl<T: Keyword> Read for T {
    fn read(node: &Node, log: &mut Log) -> Option<Self> {
        let Content::Scalar { text, .. } = &node.content else {
            return wrong_kind(node, "a word", log);
        };
        let found = T::ALL.iter().copied().find(|keyword| keyword.word() == text);
        found.or_else(|| {
            let words: Vec<_> = T::ALL.iter().map(|keyword| keyword.word()).collect();
            invalid_value(node, text, &words, log)
        })
    }
}

/// Reports an invalid value.
fn invalid_value<T>(node: &Node, text: &str, allowed: &[&str], log: &mut Log) -> Option<T> {
    let suggestion = nearest(text, allowed.iter().copied());
    let message = format!("invalid value `{text}`; expected {}", alternatives(allowed));
    log.push(
        Diagnostic::new(&codes::E007, message)
            .at(node.span, "invalid value")
            .maybe_help(suggestion.map(|word| format!("did you mean `{word}`?"))),
    );
    None
}

/// Reports a node that is not of the kind its place asks for.
pub fn wrong_kind<T>(node: &Node, expected: &str, log: &mut Log) -> Option<T> {
    let found = match &node.content {
        Content::Empty => "nothing",
        Content::Scalar { .. } => "a single value",
        Content::List(_) => "a list",
        Content::Map(_) => "a map",
    };
    let message = format!("expected {expected}, found {found}");
    log.push(Diagnostic::new(&codes::E006, message).at(node.span, format!("expected {expected}")));
    None
}

/// The entries of a map node; duplicate keys are reported.
pub fn entries<'n>(node: &'n Node, what: &str, log: &mut Log) -> Option<&'n [(Key, Node)]> {
    let Content::Map(entries) = &node.content else {
        return wrong_kind(node, what, log);
    };
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for (key, _) in entries {
        if let Some(first) = seen.get(key.text.as_str()) {
            log.push(
                Diagnostic::new(&codes::E003, format!("duplicate key `{}`", key.text))
                    .at(key.span, "again here")
                    .at(*first, "first here")
                    .help("remove one of the two"),
            );
        } else {
            seen.insert(&key.text, key.span);
        }
    }
    Some(entries)
}
