//! YAML as a tree that keeps the order of keys, read from the schema's files and written as JSON, which YAML
//! contains.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

/// A node of a schema file.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A number, `true`, `false` or `null`, as it is written.
    Bare(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// A map, in the order of its keys.
    Map(Vec<(String, Self)>),
}

impl Node {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number or a keyword.
    pub fn bare(value: impl fmt::Display) -> Self {
        Self::Bare(value.to_string())
    }

    /// A map with these entries.
    pub fn map<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Map(entries.map(|(key, value)| (key.to_owned(), value)).into())
    }

    /// The entries of a map; none of another node.
    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Sets a key of a map.
    pub fn set(&mut self, key: &str, value: Self) {
        let Self::Map(entries) = self else { return };
        match entries.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => *old = value,
            None => entries.push((key.to_owned(), value)),
        }
    }

    /// Removes a key of a map, and tells whether it was there.
    pub fn remove(&mut self, key: &str) -> bool {
        let Self::Map(entries) = self else { return false };
        let before = entries.len();
        entries.retain(|(name, _)| name != key);
        entries.len() < before
    }

    /// The children, by their position.
    pub fn child_mut(&mut self, position: usize) -> Option<&mut Self> {
        match self {
            Self::List(items) => items.get_mut(position),
            Self::Map(entries) => entries.get_mut(position).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Writes it as JSON on one line.
    pub fn write(&self, to: &mut String) {
        match self {
            Self::Bare(value) => to.push_str(value),
            Self::Text(text) => to.push_str(&quoted(text)),
            Self::List(items) => {
                to.push('[');
                separated(items, to, |item, to| item.write(to));
                to.push(']');
            }
            Self::Map(entries) => {
                to.push('{');
                separated(entries, to, |(key, value), to| {
                    to.push_str(&quoted(key));
                    to.push_str(": ");
                    value.write(to);
                });
                to.push('}');
            }
        }
    }
}

fn separated<T>(items: &[T], to: &mut String, write: impl Fn(&T, &mut String)) {
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            to.push_str(", ");
        }
        write(item, to);
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::bare(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::bare(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::bare(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::bare(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Node, Node>()? {
            let key = match key {
                Node::Text(text) | Node::Bare(text) => text,
                other => format!("{other:?}"),
            };
            map.push((key, value));
        }
        Ok(Node::Map(map))
    }
}
