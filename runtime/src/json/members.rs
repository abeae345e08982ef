//! The members of a JSON object.

use std::borrow::Cow;
use std::collections::HashMap;

use super::document::Document;
use super::node::{self, Node};

/// Members of an object, found by name.
pub(super) struct Members<'a> {
    nodes: &'a [Node],
    /// The last member of each name.
    by_name: HashMap<Cow<'a, str>, &'a [Node]>,
}

impl<'a> Members<'a> {
    /// The members of an object, given the nodes inside it.
    pub(super) fn new(document: &'a Document<'a>, nodes: &'a [Node]) -> Self {
        let mut by_name = HashMap::with_capacity(Pairs(nodes).count());
        by_name
            .extend(Pairs(nodes).filter_map(|(name, value)| Some((document.string(name)?, value))));
        Self { nodes, by_name }
    }

    /// A single member that is not in the text.
    pub(super) fn single(name: &'static str, value: &'a [Node]) -> Self {
        Self { nodes: &[], by_name: HashMap::from([(name.into(), value)]) }
    }

    /// The value of the last member with this name.
    pub(super) fn find(&self, name: &str) -> Option<&'a [Node]> {
        self.by_name.get(name).copied()
    }

    /// Names and values in the order of the text, including repeated names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a Node, &'a [Node])> + use<'a> {
        Pairs(self.nodes)
    }
}

/// Members in the order of the text: the node of the name, and the nodes of the value.
struct Pairs<'a>(&'a [Node]);

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
