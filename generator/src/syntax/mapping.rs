//! Reading a map with fixed keys.

use super::read::{Read, entries};
use super::renamed;
use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean, nearest};
use crate::source::Span;
use crate::syntax::yaml::{Content, Key, Node};

/// The placeholder of a text that has not been written yet.
pub const TODO: &str = "TODO";

/// A map with fixed keys while it is read: knows which keys were asked for, so that what is
/// left over is unknown.
pub struct Mapping<'n, 'l> {
    what: &'static str,
    span: Span,
    entries: &'n [(Key, Node)],
    asked: Vec<&'static str>,
    /// Reports of missing keys, which an unknown key may stand for.
    missing: Vec<(&'static str, Diagnostic)>,
    log: &'l mut Log,
}

impl<'n, 'l> Mapping<'n, 'l> {
    /// Begins to read; `what` names the thing in messages: "an operation".
    pub fn open(node: &'n Node, what: &'static str, log: &'l mut Log) -> Option<Self> {
        let entries = entries(node, what, log)?;
        Some(Self { what, span: node.span, entries, asked: Vec::new(), missing: Vec::new(), log })
    }

    /// The value of a key that may be absent.
    pub fn optional<T: Read>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        self.read(node, key)
    }

    /// The value of a key that must be there.
    pub fn required<T: Read>(&mut self, key: &'static str) -> Option<T> {
        match self.node(key) {
            Some(node) => self.read(node, key),
            None => self.missing(key),
        }
    }

    fn read<T: Read>(&mut self, node: &Node, key: &'static str) -> Option<T> {
        if is_to_do(node) {
            self.log.push(to_do(node.span, key));
            return T::undecided(node.span);
        }
        T::read(node, self.log)
    }

    /// A `title` or `doc`: required and not empty.
    pub fn prose<T: Read + Default>(&mut self, key: &'static str) -> T {
        let node = self.node(key);
        if let Some(node) = node.filter(|node| is_to_do(node)) {
            self.log.push(to_do(node.span, key));
        }
        if let Some(node) = node.filter(|node| !is_blank(node)) {
            let mut found = Log::default();
            let value = T::read(node, &mut found);
            if self.is_cut_off(key, node) {
                found.remove(&codes::E046);
            }
            self.log.extend(found);
            return value.unwrap_or_default();
        }
        if node.is_none() && self.is_meant(key) {
            return T::default();
        }
        let span = node.map_or(self.span, |node| node.span);
        let help = match key {
            "title" => "give the docs' own Korean label",
            _ => "write an English sentence: its purpose and its effect on money",
        };
        let message = format!("{} lacks a `{key}`", self.what);
        let missing = Diagnostic::new(&codes::E005, message);
        self.missing.push((key, missing.at(span, format!("no `{key}`")).help(help)));
        T::default()
    }

    /// Ends reading: reports the keys that nothing asked for, and those that are missing unless one of the others
    /// is meant for them.
    pub fn close(mut self) {
        for (key, value) in self.entries {
            if !self.asked.contains(&key.text.as_str()) {
                let meant = nearest(&key.text, self.asked.iter().copied());
                self.missing.retain(|(missing, _)| Some(*missing) != meant);
                let message = format!("{} has no key `{}`", self.what, key.text);
                let help = renamed::help(&key.text, &self.asked)
                    .or_else(|| self.run_together(&key.text))
                    .or_else(|| rest_of_text(&key.text, value))
                    .or_else(|| did_you_mean(&key.text, self.asked.iter().copied()));
                self.log.push(
                    Diagnostic::new(&codes::E002, message)
                        .at(key.span, "unknown key")
                        .maybe_help(help),
                );
            }
        }
        self.missing.into_iter().for_each(|(_, missing)| self.log.push(missing));
    }

    /// The help for a key and a value without `: ` between them.
    fn run_together(&self, text: &str) -> Option<String> {
        let asked = self.asked.iter();
        let mut found = asked.filter_map(|key| Some((key, value_behind(text, key)?)));
        found.next().map(|(key, value)| format!("write `{key}: {value}`"))
    }

    /// True if a key of another form stands for this one: that is reported as unknown.
    fn is_meant(&self, key: &str) -> bool {
        let stands_for =
            |other: &str| renamed::is_former(other, key) || value_behind(other, key).is_some();
        self.entries.iter().any(|(other, _)| stands_for(&other.text))
    }

    /// True if the rest of a text is a comment or the next key, which is reported there.
    fn is_cut_off(&self, key: &str, node: &Node) -> bool {
        if self.log.has(&codes::E048, node.span.file, node.end + " ".len()) {
            return true;
        }
        let mut entries = self.entries.iter().skip_while(|(other, _)| other.text != key).skip(1);
        entries.next().is_some_and(|(next, value)| rest_of_text(&next.text, value).is_some())
    }

    fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        self.entries.iter().find(|(other, _)| other.text == key).map(|(_, node)| node)
    }

    fn missing<T>(&mut self, key: &'static str) -> Option<T> {
        if self.is_meant(key) {
            return None;
        }
        let message = format!("{} lacks the key `{key}`", self.what);
        let missing = Diagnostic::new(&codes::E004, message);
        self.missing.push((key, missing.at(self.span, format!("no `{key}` in it"))));
        None
    }
}

/// The help for a key without a value that reads like the rest of a text.
fn rest_of_text(key: &str, value: &Node) -> Option<String> {
    let is_rest = matches!(value.content, Content::Empty) && key.contains(' ');
    is_rest
        .then(|| "if it belongs to the text in front of the comma, quote the whole text".to_owned())
}

/// The value behind a key with the wrong mark or none between them: `type string`, `type:string`.
fn value_behind<'k>(text: &'k str, key: &str) -> Option<&'k str> {
    let rest = text.strip_prefix(key)?;
    let value = rest.trim_start_matches([':', '：', '=', ' ']);
    (value.len() < rest.len()).then_some(value)
}

fn is_to_do(node: &Node) -> bool {
    matches!(&node.content, Content::Scalar { text, .. } if text == TODO)
}

/// The diagnostic of a `TODO`.
pub fn to_do(span: Span, key: &str) -> Diagnostic {
    let help = match key {
        "title" | "doc" => "read the official page and describe it in our own words",
        _ => "read the official page and decide",
    };
    Diagnostic::new(&codes::E030, format!("this `{key}` is still to be written"))
        .at(span, "left by `cargo xtask drift --fix`")
        .help(help)
}

fn is_blank(node: &Node) -> bool {
    match &node.content {
        Content::Empty => true,
        Content::Scalar { text, .. } => text.trim().is_empty(),
        _ => false,
    }
}
