//! JSON that the server sent.

use std::borrow::Cow;

use super::document::Document;
use super::members::Members;
use super::node::Node;
use super::values::Values;
use super::{Faults, FromJson, Mismatch, Object};

/// A JSON value that is known to be well-formed and otherwise unread: its numbers are still text,
/// and nobody pays for a field that nobody reads.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    document: &'a Document<'a>,
    nodes: &'a [Node],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Missing,
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
}

impl<'a> Json<'a> {
    /// The value that is first of these nodes and has the others in it; of none, a missing one.
    pub(super) fn new(document: &'a Document<'a>, nodes: &'a [Node]) -> Self {
        Self { document, nodes }
    }

    /// A value that is not there.
    pub(super) fn nothing(self) -> Self {
        Self::new(self.document, &[])
    }

    /// The nodes in this one: in an object, each value comes behind its name.
    fn parts(self) -> &'a [Node] {
        self.nodes.get(1..).unwrap_or_default()
    }

    fn node(self) -> &'a Node {
        self.nodes.first().unwrap_or(&Node::MISSING)
    }

    pub(super) fn faults(self) -> &'a Faults {
        self.document.faults()
    }

    /// As it is written; empty when it is missing.
    pub(crate) fn text(self) -> &'a str {
        self.document.text(self.node())
    }

    fn bytes(self) -> &'a [u8] {
        self.document.bytes(self.node())
    }

    /// The value here, if it can be read: what is wrong with it is not noted.
    pub(crate) fn attempt<T: FromJson>(self) -> Option<T> {
        let before = self.faults().take();
        let value = T::from_json_or_absent(self);
        let fault = self.faults().replace(before);
        value.filter(|_| fault.is_none())
    }

    /// Reads the fields. An empty list is an empty object: PHP has one word for both.
    pub fn object(self) -> Object<'a> {
        let object = self.as_object();
        object.unwrap_or_else(|| {
            self.mismatch("an object");
            Object::new(Members::None, self)
        })
    }

    /// Reads the fields; a bare list with something in it is taken for the field `list` of an object
    /// without others: the server has been seen to answer lists with and without a page around them.
    pub fn object_around(self, list: &'static str) -> Object<'a> {
        if self.kind() != Kind::List || self.is_empty_collection() {
            return self.object();
        }
        Object::new(Members::One(list, self), self)
    }

    /// The fields, if it is an object.
    pub(crate) fn as_object(self) -> Option<Object<'a>> {
        let members = match self.kind() {
            Kind::Object => Members::of(self.document, self.parts()),
            Kind::List if self.is_empty_collection() => Members::None,
            _ => return None,
        };
        Some(Object::new(members, self))
    }

    /// The elements. What says nothing is an empty list, a null element is none, and a record
    /// without a list around it is a list of one: the server has been seen to answer either.
    pub(super) fn elements(self) -> Values<'a> {
        let nodes = match self.kind() {
            _ if self.is_blank() => &[],
            Kind::List => self.parts(),
            Kind::Object => self.nodes,
            _ => {
                self.mismatch("a list");
                &[]
            }
        };
        Values::new(self.document, nodes)
    }

    /// Reads a code, documented as a string or an integer and sent as either.
    pub fn code(self) -> Cow<'a, str> {
        self.expect("a code", self.scalar_text())
    }

    /// The value, or a stand-in and a note that it is not what was expected.
    pub(crate) fn expect<T: Default>(self, expected: &'static str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.mismatch(expected);
            T::default()
        })
    }

    /// The text of a string, number or boolean.
    pub(crate) fn scalar_text(self) -> Option<Cow<'a, str>> {
        match self.kind() {
            Kind::Number | Kind::Boolean => Some(Cow::Borrowed(self.text())),
            Kind::String => self.string(),
            _ => None,
        }
    }

    /// The JSON of a list or an object.
    pub(super) fn structure(self) -> Option<&'a str> {
        matches!(self.kind(), Kind::List | Kind::Object).then_some(self.text())
    }

    /// Each element as its text, or its JSON where it has none; of anything but a list, that itself.
    pub(crate) fn texts(self) -> Vec<String> {
        if self.is_blank() {
            return Vec::new();
        }
        let text = |json: Json<'_>| json.scalar_text().unwrap_or(json.text().into()).into_owned();
        if self.is_list() { self.elements().map(text).collect() } else { vec![text(self)] }
    }

    pub(crate) fn is_list(self) -> bool {
        self.kind() == Kind::List
    }

    fn string(self) -> Option<Cow<'a, str>> {
        self.document.string(self.node())
    }

    /// Whether this is one of the server's ways to say nothing.
    pub(super) fn is_blank(self) -> bool {
        match self.kind() {
            Kind::Missing | Kind::Null => true,
            Kind::Boolean => self.is_false(),
            Kind::Number => false,
            Kind::String => matches!(self.text(), "\"\"" | "\"null\""),
            Kind::List | Kind::Object => self.parts().is_empty(),
        }
    }

    /// Whether this holds no record: it is blank, or a page with an empty list.
    pub(crate) fn says_nothing(self) -> bool {
        let list = self.as_object().map(|mut page| page.get("list"));
        self.is_blank() || list.is_some_and(Self::is_empty_collection)
    }

    /// Whether this cannot even be an empty string.
    pub(super) fn is_absent(self) -> bool {
        match self.kind() {
            Kind::Missing | Kind::Null => true,
            Kind::Boolean | Kind::Number | Kind::String => false,
            Kind::List | Kind::Object => self.parts().is_empty(),
        }
    }

    pub(crate) fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    pub(super) fn is_false(self) -> bool {
        self.text() == "false"
    }

    fn is_empty_collection(self) -> bool {
        matches!(self.kind(), Kind::List | Kind::Object) && self.parts().is_empty()
    }

    /// Notes that this is not what was expected.
    pub(crate) fn mismatch(self, expected: &'static str) {
        let found = match self.kind() {
            Kind::Missing => "missing",
            Kind::Null => "null",
            Kind::Boolean => "a boolean",
            Kind::Number => "a number",
            Kind::String if self.string().is_none() => "a string with a broken escape",
            Kind::String => "a string",
            Kind::List => "a list",
            Kind::Object => "an object",
        };
        self.faults().note(Mismatch::new(expected, found));
    }

    fn kind(self) -> Kind {
        match self.bytes().first() {
            None => Kind::Missing,
            Some(b'n') => Kind::Null,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'"') => Kind::String,
            Some(b'[') => Kind::List,
            Some(b'{') => Kind::Object,
            Some(_) => Kind::Number,
        }
    }
}
