//! Reading nodes into typed syntax, with every error reported and reading going on.

use std::collections::HashMap;

use super::renamed;
use crate::diagnostics::{Diagnostic, Log, alternatives, codes, did_you_mean, nearest};
use crate::keywords::Keyword;
use crate::source::Span;
use crate::syntax::yaml::{Content, Key, Node};

/// The placeholder of a text that has not been written yet.
pub const TODO: &str = "TODO";

/// A value of a schema file.
///
/// `None` means that it could not be read; the error is in the log then.
pub trait Read: Sized {
    /// Reads the node.
    fn read(node: &Node, log: &mut Log) -> Option<Self>;
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
            Content::Scalar { text, plain: true } => {
                invalid_value(node, text, &["true", "false"], log)
            }
            _ => wrong_kind(node, "`true` or `false`", log),
        }
    }
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

/// A map with fixed keys while it is read: knows which keys were asked for, so that what is
/// left over is unknown.
pub struct Mapping<'n, 'l> {
    what: &'static str,
    span: Span,
    entries: &'n [(Key, Node)],
    asked: Vec<&'static str>,
    log: &'l mut Log,
}

impl<'n, 'l> Mapping<'n, 'l> {
    /// Begins to read; `what` names the thing in messages: "an operation".
    pub fn open(node: &'n Node, what: &'static str, log: &'l mut Log) -> Option<Self> {
        let entries = entries(node, what, log)?;
        Some(Self { what, span: node.span, entries, asked: Vec::new(), log })
    }

    /// The value of a key that may be absent.
    pub fn optional<T: Read>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        T::read(node, self.log)
    }

    /// The value of a key that must be there.
    pub fn required<T: Read>(&mut self, key: &'static str) -> Option<T> {
        match self.node(key) {
            Some(node) => T::read(node, self.log),
            None => self.missing(key),
        }
    }

    /// A `title` or `doc`: required and not empty.
    pub fn prose<T: Read + Default>(&mut self, key: &'static str) -> T {
        let node = self.node(key);
        if let Some(node) = node.filter(|node| is_to_do(node)) {
            self.log.push(to_do(node.span, key));
        }
        if let Some(node) = node.filter(|node| !is_blank(node)) {
            return T::read(node, self.log).unwrap_or_default();
        }
        let span = node.map_or(self.span, |node| node.span);
        let help = match key {
            "title" => "give the docs' own Korean label",
            _ => "write an English sentence: its purpose and its effect on money",
        };
        let message = format!("{} lacks a `{key}`", self.what);
        self.log.push(
            Diagnostic::new(&codes::E005, message).at(span, format!("no `{key}`")).help(help),
        );
        T::default()
    }

    /// Ends reading: reports the keys that nothing asked for.
    pub fn close(self) {
        for (key, _) in self.entries {
            if !self.asked.contains(&key.text.as_str()) {
                let message = format!("{} has no key `{}`", self.what, key.text);
                let renamed = renamed::replacement(&key.text, &self.asked)
                    .map(|new| format!("did you mean `{new}`? `{}` was renamed", key.text));
                self.log.push(
                    Diagnostic::new(&codes::E002, message).at(key.span, "unknown key").maybe_help(
                        renamed.or_else(|| did_you_mean(&key.text, self.asked.iter().copied())),
                    ),
                );
            }
        }
    }

    fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.entries.iter().find(|(other, _)| other.text == key).map(|(_, node)| node)
    }

    /// Reports a missing key, unless its former name is there: that one is reported as unknown.
    fn missing<T>(&mut self, key: &'static str) -> Option<T> {
        if self.entries.iter().any(|(other, _)| renamed::is_former(&other.text, key)) {
            return None;
        }
        let message = format!("{} lacks the key `{key}`", self.what);
        self.log.push(
            Diagnostic::new(&codes::E004, message).at(self.span, format!("no `{key}` in it")),
        );
        None
    }
}

fn is_to_do(node: &Node) -> bool {
    matches!(&node.content, Content::Scalar { text, .. } if text == TODO)
}

fn to_do(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(&codes::E030, format!("this `{key}` is still to be written"))
        .at(span, "left by `cargo xtask drift --fix`")
        .help("read the official page and describe it in our own words")
}

fn is_blank(node: &Node) -> bool {
    match &node.content {
        Content::Empty => true,
        Content::Scalar { text, .. } => text.trim().is_empty(),
        _ => false,
    }
}
