//! JSON that the server sent.

use std::borrow::Cow;
use std::iter;
use std::ops::Range;

use super::document::Document;
use super::members::Members;
use super::node::Node;
use super::{Faults, FromJson, Mismatch, Object};

/// A JSON value that is known to be well-formed and otherwise unread: its numbers are still text,
/// and nobody pays for a field that nobody reads.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    document: &'a Document<'a>,
    index: usize,
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
    pub(super) fn new(document: &'a Document<'a>, index: usize) -> Self {
        Self { document, index }
    }

    /// A value that is not there.
    pub(super) fn nothing(self) -> Self {
        self.beside(usize::MAX)
    }

    /// Another value of the document.
    pub(super) fn beside(self, index: usize) -> Self {
        Self { index, ..self }
    }

    /// Where the values in this one are.
    pub(super) fn inside(self) -> Range<usize> {
        self.index.saturating_add(1)..self.after()
    }

    /// Where the value after this one is.
    pub(super) fn after(self) -> usize {
        self.node().after(self.index)
    }

    fn node(self) -> &'a Node {
        self.document.node(self.index)
    }

    pub(super) fn faults(self) -> &'a Faults {
        self.document.faults()
    }

    /// As it is written; empty when it is missing.
    pub(crate) fn text(self) -> &'a str {
        self.document.text(self.node())
    }

    pub(super) fn bytes(self) -> &'a [u8] {
        self.document.bytes(self.node())
    }

    /// Whether this is a string with a backslash in it.
    pub(super) fn is_escaped(self) -> bool {
        self.node().is_escaped()
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
            Kind::Object => Members::of(self),
            Kind::List if self.is_empty_collection() => Members::None,
            _ => return None,
        };
        Some(Object::new(members, self))
    }

    /// The elements. What says nothing is an empty list, a null element is none, and a record
    /// without a list around it is a list of one: the server has been seen to answer either.
    pub(super) fn elements(self) -> impl Iterator<Item = Json<'a>> {
        let places = match self.kind() {
            _ if self.is_blank() => 0..0,
            Kind::List => self.inside(),
            Kind::Object => self.index..self.after(),
            _ => {
                self.mismatch("a list");
                0..0
            }
        };
        let mut at = places.start;
        iter::from_fn(move || {
            let element = (at < places.end).then_some(self.beside(at))?;
            at = element.after();
            Some(element)
        })
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
        if self.is_escaped() {
            return serde_json::from_str(self.text()).ok().map(Cow::Owned);
        }
        Some(Cow::Borrowed(self.inner_text()))
    }

    /// The text of a string as it is written, without the quotes.
    fn inner_text(self) -> &'a str {
        let text = self.text();
        text.get(1..text.len().saturating_sub(1)).unwrap_or_default()
    }

    /// What is between the first and the last byte.
    pub(super) fn inner_bytes(self) -> &'a [u8] {
        let bytes = self.bytes();
        bytes.get(1..bytes.len().saturating_sub(1)).unwrap_or_default()
    }

    /// Whether this is a string, and which one.
    pub(super) fn is_string(self, text: &str) -> bool {
        let node = self.node();
        if node.is_escaped() {
            return self.string().is_some_and(|string| string == text);
        }
        // Mostly told by the length alone.
        node.len() == text.len() + 2 && self.inner_bytes() == text.as_bytes()
    }

    /// Whether this is one of the server's ways to say nothing.
    pub(super) fn is_blank(self) -> bool {
        match self.kind() {
            Kind::Missing | Kind::Null => true,
            Kind::Boolean => self.is_false(),
            Kind::Number => false,
            Kind::String => matches!(self.text(), "\"\"" | "\"null\""),
            Kind::List | Kind::Object => self.inside().is_empty(),
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
            Kind::List | Kind::Object => self.inside().is_empty(),
        }
    }

    pub(crate) fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    pub(super) fn is_false(self) -> bool {
        self.text() == "false"
    }

    fn is_empty_collection(self) -> bool {
        matches!(self.kind(), Kind::List | Kind::Object) && self.inside().is_empty()
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
