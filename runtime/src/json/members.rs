//! The members of a JSON object.

use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::document::Document;
use super::node::{self, Node};

/// Members of an object, found by name.
pub(super) struct Members<'a> {
    document: &'a Document<'a>,
    nodes: &'a [Node],
    /// The last member of each name.
    by_name: HashTable<Member<'a>>,
    hasher: DefaultHashBuilder,
    /// A member that is not in the text.
    single: Option<(&'static str, &'a [Node])>,
}

/// The node of a name, and the nodes of the value.
type Member<'a> = (&'a Node, &'a [Node]);

impl<'a> Members<'a> {
    /// The members of an object, given the nodes inside it.
    pub(super) fn new(document: &'a Document<'a>, nodes: &'a [Node]) -> Self {
        let hasher = DefaultHashBuilder::default();
        let hash = |name: &str| hasher.hash_one(name);
        let mut by_name = HashTable::with_capacity(Pairs(nodes).count());
        for member in Pairs(nodes) {
            let Some(name) = document.string(member.0) else { continue };
            let is_same = |(other, _): &Member<'a>| document.is_string(other, &name);
            let hash_of =
                |(other, _): &Member<'a>| document.string(other).map_or(0, |name| hash(&name));
            by_name.entry(hash(&name), is_same, hash_of).insert(member);
        }
        Self { document, nodes, by_name, hasher, single: None }
    }

    /// A single member that is not in the text.
    pub(super) fn single(
        document: &'a Document<'a>,
        name: &'static str,
        value: &'a [Node],
    ) -> Self {
        Self { single: Some((name, value)), ..Self::new(document, &[]) }
    }

    /// The value of the last member with this name.
    pub(super) fn find(&self, name: &str) -> Option<&'a [Node]> {
        if let Some((_, value)) = self.single.filter(|(single, _)| *single == name) {
            return Some(value);
        }
        let is_same = |(other, _): &Member<'a>| self.document.is_string(other, name);
        self.by_name.find(self.hasher.hash_one(name), is_same).map(|(_, value)| *value)
    }

    /// Names and values in the order of the text, including repeated names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a Node, &'a [Node])> + use<'a> {
        Pairs(self.nodes)
    }
}

/// Members in the order of the text: the node of the name, and the nodes of the value.
pub(super) struct Pairs<'a>(&'a [Node]);

impl<'a> Pairs<'a> {
    /// The members of an object, given the nodes inside it.
    pub(super) fn new(nodes: &'a [Node]) -> Self {
        Self(nodes)
    }
}

impl<'a> Iterator for Pairs<'a> {
    type Item = (&'a Node, &'a [Node]);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, rest) = self.0.split_first()?;
        let (value, rest) = node::split_first(rest)?;
        self.0 = rest;
        Some((name, value))
    }
}

#[cfg(test)]
mod tests;
