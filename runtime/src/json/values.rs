//! Values that stand one after another.

use super::Json;
use super::document::Document;
use super::node::{self, Node};

/// Some of the values of a document, each of which is passed over with everything in it.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    document: &'a Document<'a>,
    nodes: &'a [Node],
}

impl<'a> Values<'a> {
    pub(super) fn new(document: &'a Document<'a>, nodes: &'a [Node]) -> Self {
        Self { document, nodes }
    }
}

impl<'a> Iterator for Values<'a> {
    type Item = Json<'a>;

    fn next(&mut self) -> Option<Json<'a>> {
        let (value, rest) = node::split(self.nodes)?;
        self.nodes = rest;
        Some(Json::new(self.document, value))
    }
}
