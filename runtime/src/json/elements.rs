//! The elements of a JSON list.

use super::kind::ValueKind;
use super::node;
use super::reader::Json;

/// An iterator over elements.
#[derive(Clone, Copy)]
pub(super) struct Elements<'a> {
    /// Any value of the document, with the nodes of the remaining elements.
    rest: Json<'a>,
}

impl<'a> Iterator for Elements<'a> {
    type Item = Json<'a>;

    fn next(&mut self) -> Option<Json<'a>> {
        let (element, rest) = node::split_first(self.rest.nodes())?;
        self.rest = self.rest.with_nodes(rest);
        Some(self.rest.with_nodes(element))
    }
}

impl<'a> Json<'a> {
    /// The elements. A nullish value is an empty list, and an object without a list around it is a list
    /// of one: the server has been seen to answer either. A page is the list on it.
    pub(super) fn elements(self) -> Elements<'a> {
        let nodes = match self.kind() {
            _ if self.is_nullish() => &[],
            ValueKind::List => self.inner_nodes(),
            ValueKind::Object => self.list_on_page().map_or(self.nodes(), Self::inner_nodes),
            _ => {
                self.mismatch("a list");
                &[]
            }
        };
        Elements { rest: self.with_nodes(nodes) }
    }

    /// Each element as its text, or as its JSON where it is no scalar; a single value is a list of one.
    pub(crate) fn texts(self) -> Vec<String> {
        if self.is_nullish() {
            return Vec::new();
        }
        let text = |json: Json<'_>| json.scalar_text().unwrap_or(json.text().into()).into_owned();
        if self.is_list() { self.elements().map(text).collect() } else { vec![text(self)] }
    }
}
