//! Objects in which several members have the same name.

use std::collections::HashSet;

use super::node::{self, Node};
use super::pairs::Pairs;

/// The search for repeated names in the objects of a text.
pub(super) struct RepeatedNames<'a> {
    text: &'a [u8],
    /// The last object at each depth, by its position among the nodes.
    last_objects: Vec<Option<usize>>,
}

impl<'a> RepeatedNames<'a> {
    pub(super) fn new(text: &'a str, max_depth: usize) -> Self {
        Self { text: text.as_bytes(), last_objects: vec![None; max_depth] }
    }

    /// True if two members of an object have the same name, or may have since a name is escaped.
    ///
    /// Most objects have the names of the last one at the same depth, which is another record of the
    /// same list. To compare them is several times as fast as to look for each name among the others.
    pub(super) fn are_in(&mut self, nodes: &[Node], object: usize, depth: usize) -> bool {
        let last = self.last_objects.get_mut(depth).and_then(|last| last.replace(object));
        let same = last.filter(|last| self.names(nodes, *last).eq(self.names(nodes, object)));
        match same.and_then(|last| nodes.get(last)) {
            Some(last) => last.has_repeated_name(),
            None => self.are_among(members(nodes, object)),
        }
    }

    fn are_among(&self, mut members: Pairs<'_>) -> bool {
        // Of the size that it needs, so that no name is hashed again while it grows.
        let mut names = HashSet::with_capacity(members.count());
        members.any(|(name, _)| name.is_escaped() || !names.insert(self.text.get(name.range())))
    }

    /// The names of the members, as they are written.
    fn names(&self, nodes: &[Node], object: usize) -> impl Iterator<Item = Option<&'a [u8]>> {
        members(nodes, object).map(|(name, _)| self.text.get(name.range()))
    }
}

fn members(nodes: &[Node], object: usize) -> Pairs<'_> {
    let object = nodes.get(object..).and_then(node::split_first);
    Pairs::new(object.and_then(|(object, _)| object.get(1..)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::json::tokenizer::tokenize;

    #[track_caller]
    fn assert_repeated(text: &str, expected: &[bool]) {
        let nodes = tokenize(text).unwrap();
        let objects = nodes.iter().filter(|node| text[node.range()].starts_with('{'));
        let found: Vec<_> = objects.map(|object| object.has_repeated_name()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn repeated_names_are_found() {
        assert_repeated("{}", &[false]);
        assert_repeated(r#"{"a":1,"b":2}"#, &[false]);
        assert_repeated(r#"{"a":1,"b":2,"a":3}"#, &[true]);
        assert_repeated(r#"{"a":{"a":1}}"#, &[false, false]);
        assert_repeated(r#"{"a":{"a":1,"a":1},"b":"a"}"#, &[false, true]);
    }

    #[test]
    fn a_record_after_one_with_the_same_names_is_like_it() {
        assert_repeated(r#"[{"a":1,"b":[]},{"a":{},"b":2},{"a":3,"b":4}]"#, &[false; 4]);
        assert_repeated(r#"[{"a":1,"a":2},{"a":1,"a":2}]"#, &[true, true]);
    }

    #[test]
    fn a_record_after_one_with_other_names_is_searched() {
        assert_repeated(r#"[{"a":1,"b":2},{"a":1,"a":2},{"a":1}]"#, &[false, true, false]);
        assert_repeated(r#"[{"a":1,"b":2},{"a":1,"b":2,"b":3}]"#, &[false, true]);
    }

    #[test]
    fn an_escaped_name_may_be_a_repeated_one() {
        assert_repeated(r#"{"a":1,"\u0061":2}"#, &[true]);
        assert_repeated(r#"[{"a":1},{"\u0061":1}]"#, &[false, true]);
    }
}
