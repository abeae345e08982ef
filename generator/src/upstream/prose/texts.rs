//! The texts of a node, whatever key each of them is at.
//!
//! The schema's own facts carry our sentences in the same type.

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::plain::{normal, sentences};
use crate::hashing::short_hash;

/// The texts of one node. The lock keeps the hash alone, and two are equal if their hashes are.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// A short hash of all sentences, in any order.
    pub hash: String,
    /// The sentences, where the texts are at hand.
    pub sentences: Vec<String>,
}

impl Prose {
    /// The texts of a node, whatever key each of them is at.
    pub fn of(node: &Value) -> Self {
        let mut texts = Vec::new();
        collect(node, &mut texts);
        Self::new(texts.iter().flat_map(|text| sentences(text)).collect())
    }

    /// The texts of a node without those items of lists that are codes of it: the codes are facts.
    pub fn without(node: &Value, items: &[&str]) -> Self {
        let dropped: BTreeSet<String> =
            items.iter().flat_map(|item| sentences(item)).map(|text| normal(&text)).collect();
        let sentences = Self::of(node).sentences.into_iter();
        Self::new(sentences.filter(|text| !dropped.contains(&normal(text))).collect())
    }

    /// One text.
    pub fn text(text: &str) -> Self {
        Self::new(sentences(text))
    }

    /// Our own sentence about a thing.
    pub fn ours(doc: &str) -> Self {
        Self { hash: String::new(), sentences: vec![doc.to_owned()] }
    }

    fn new(sentences: Vec<String>) -> Self {
        let normal: BTreeSet<String> = sentences
            .iter()
            .map(|sentence| normal(sentence))
            .filter(|text| !text.is_empty())
            .collect();
        let hash = short_hash(normal.iter().map(String::as_str));
        Self { hash, sentences }
    }

    /// True if there is no text.
    pub fn is_empty(&self) -> bool {
        self.hash.is_empty()
    }
}

impl PartialEq for Prose {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Eq for Prose {}

impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.hash.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { hash: String::deserialize(deserializer)?, sentences: Vec::new() })
    }
}

const TEXTS: [&str; 5] =
    ["x-portone-name", "summary", "x-portone-summary", "description", "x-portone-description"];

/// Parts of a node that have no facts of their own, and so no texts of their own.
const INSIDE: [&str; 2] = ["items", "schema"];

fn collect(node: &Value, texts: &mut Vec<String>) {
    let own = TEXTS.iter().filter_map(|key| node.get(key)?.as_str());
    texts.extend(own.map(str::to_owned));
    if let Some(gateways) = node.get("x-portone-per-pg") {
        collect_all(gateways, texts);
    }
    for inside in INSIDE.iter().filter_map(|key| node.get(key)) {
        collect(inside, texts);
    }
}

/// Every text in a gateway's rules, which have no fixed keys.
fn collect_all(node: &Value, texts: &mut Vec<String>) {
    match node {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect_all(item, texts)),
        Value::Object(members) => members.values().for_each(|member| collect_all(member, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
