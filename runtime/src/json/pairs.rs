//! The members of an object in the order of the text.

use super::node::{self, Node};

/// Members in the order of the text: the node of the name, and the nodes of the value.
#[derive(Clone, Copy)]
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
