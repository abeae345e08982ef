//! The members of a JSON object.

use std::cell::Cell;

use super::document::Document;
use super::node::Node;
use super::pairs::Pairs;

/// Members of an object, found by name.
pub(super) struct Members<'a> {
    document: &'a Document<'a>,
    nodes: &'a [Node],
    /// True if a name is repeated, so that only the last member of it counts.
    has_repeated_name: bool,
    /// The members after the one that was found last. The next one is usually the first of them, since
    /// responses list their fields in the order of the documentation.
    next: Cell<Pairs<'a>>,
    /// A member that is not in the text.
    single: Option<(&'static str, &'a [Node])>,
}

impl<'a> Members<'a> {
    /// The members of an object, given its nodes; none if there are no nodes.
    pub(super) fn new(document: &'a Document<'a>, object: &'a [Node]) -> Self {
        let (has_repeated_name, nodes) = match object.split_first() {
            Some((object, inner)) => (object.has_repeated_name(), inner),
            None => (false, object),
        };
        Self {
            document,
            nodes,
            has_repeated_name,
            next: Cell::new(Pairs::new(nodes)),
            single: None,
        }
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
        let is_named = |(other, _): &(&Node, _)| self.document.is_string(other, name);
        if self.has_repeated_name {
            return self.iter().filter(is_named).last().map(|(_, value)| value);
        }
        [self.next.get(), Pairs::new(self.nodes)].into_iter().find_map(|mut members| {
            let (_, value) = members.find(is_named)?;
            self.next.set(members);
            Some(value)
        })
    }

    /// Names and values in the order of the text, including repeated names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a Node, &'a [Node])> + use<'a> {
        Pairs::new(self.nodes)
    }
}

#[cfg(test)]
mod tests;
