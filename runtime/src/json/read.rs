//! JSON that the server sent.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::faults::Place;
use super::members::Members;
use super::{Faults, FromJson, Mismatch, Object};

/// A JSON value that is known to be well-formed and otherwise unread: its numbers are still text,
/// and nobody pays for a field that nobody reads.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    /// Empty when the value is missing.
    text: &'a str,
    faults: &'a Faults,
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
    pub(super) fn new(text: &'a str, faults: &'a Faults) -> Self {
        Self { text, faults }
    }

    /// The JSON in a body, or a missing value, with that noted, if it holds none.
    pub(crate) fn parse(body: &'a [u8], faults: &'a Faults) -> Self {
        match serde_json::from_slice::<&RawValue>(body) {
            Ok(raw) => Self::new(raw.get(), faults),
            Err(_) => {
                let found = if body.is_empty() { "empty" } else { "something else" };
                faults.note(Mismatch::new("JSON", found));
                Self::new("", faults)
            }
        }
    }

    /// What the reader makes of the JSON in a body.
    pub(crate) fn read<T>(body: &[u8], reader: impl FnOnce(Json<'_>) -> T) -> Result<T, Mismatch> {
        let faults = Faults::default();
        let value = reader(Json::parse(body, &faults));
        faults.end().map(|()| value)
    }

    /// The value here, if it can be read: what is wrong with it is not noted.
    pub(crate) fn attempt<T: FromJson>(self) -> Option<T> {
        let faults = Faults::default();
        let value = T::from_json_or_absent(Json::new(self.text, &faults));
        value.filter(|_| !faults.any())
    }

    pub(super) fn faults(self) -> &'a Faults {
        self.faults
    }

    /// Reads the fields. An empty list is an empty object: PHP has one word for both.
    pub fn object(self) -> Object<'a> {
        let members = self.members().unwrap_or_else(|| {
            self.mismatch("an object");
            Members::default()
        });
        Object::new(members, Place::new(self.faults))
    }

    /// Reads the fields; a bare list with something in it is taken for the field `list` of an object
    /// without others: the server has been seen to answer lists with and without a page around them.
    pub fn object_around(self, list: &'a str) -> Object<'a> {
        if self.kind() != Kind::List || self.is_empty_collection() {
            return self.object();
        }
        Object::new(Members::one(list, self.text), Place::new(self.faults))
    }

    fn members(self) -> Option<Members<'a>> {
        match self.kind() {
            Kind::Object => serde_json::from_str(self.text).ok().map(Members::distinct),
            Kind::List if self.is_empty_collection() => Some(Members::default()),
            _ => None,
        }
    }

    /// The fields, if it is an object.
    pub(crate) fn as_object(self) -> Option<Object<'a>> {
        Some(Object::new(self.members()?, Place::new(self.faults)))
    }

    /// Reads the elements. What says nothing is an empty list, a null element is none, and a record
    /// without a list around it is a list of one: the server has been seen to answer either.
    pub(super) fn elements(self) -> Vec<Json<'a>> {
        if self.is_blank() {
            return Vec::new();
        }
        let elements = match self.kind() {
            Kind::List => serde_json::from_str::<Vec<&RawValue>>(self.text).ok(),
            Kind::Object => return vec![self],
            _ => None,
        };
        let elements = self.expect("a list", elements).into_iter();
        elements.map(|raw| Self::new(raw.get(), self.faults)).collect()
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
    pub(super) fn scalar_text(self) -> Option<Cow<'a, str>> {
        match self.kind() {
            Kind::Number | Kind::Boolean => Some(Cow::Borrowed(self.text)),
            Kind::String => self.string(),
            _ => None,
        }
    }

    /// The JSON of a list or an object.
    pub(super) fn structure(self) -> Option<&'a str> {
        matches!(self.kind(), Kind::List | Kind::Object).then_some(self.text)
    }

    /// Each element as its text, or its JSON where it has none; of anything but a list, that itself.
    pub(crate) fn texts(self) -> Vec<String> {
        if self.is_blank() {
            return Vec::new();
        }
        let elements = if self.is_list() { self.elements() } else { vec![self] };
        let text = |json: Json<'_>| json.scalar_text().unwrap_or(json.text.into()).into_owned();
        elements.into_iter().map(text).collect()
    }

    pub(super) fn is_list(self) -> bool {
        self.kind() == Kind::List
    }

    fn string(self) -> Option<Cow<'a, str>> {
        if self.text.contains('\\') {
            return serde_json::from_str(self.text).ok().map(Cow::Owned);
        }
        let inner = self.text.strip_prefix('"')?.strip_suffix('"')?;
        Some(Cow::Borrowed(inner))
    }

    /// Whether this is one of the server's ways to say nothing.
    pub(super) fn is_blank(self) -> bool {
        self.is_absent() || matches!(self.text, "false" | "\"\"" | "\"null\"")
    }

    /// Whether this holds no record: it is blank, or a page with an empty list.
    pub(crate) fn says_nothing(self) -> bool {
        let list = self.as_object().map(|mut page| page.get("list"));
        self.is_blank() || list.is_some_and(Self::is_empty_collection)
    }

    /// Whether this cannot even be an empty string.
    pub(super) fn is_absent(self) -> bool {
        matches!(self.kind(), Kind::Missing | Kind::Null) || self.is_empty_collection()
    }

    pub(crate) fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    pub(super) fn is_false(self) -> bool {
        self.text == "false"
    }

    fn is_empty_collection(self) -> bool {
        let inner = match self.kind() {
            Kind::List => self.text.strip_prefix('[').and_then(|text| text.strip_suffix(']')),
            Kind::Object => self.text.strip_prefix('{').and_then(|text| text.strip_suffix('}')),
            _ => None,
        };
        inner.is_some_and(|inner| inner.trim_ascii().is_empty())
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
        self.faults.note(Mismatch::new(expected, found));
    }

    fn kind(self) -> Kind {
        match self.text.as_bytes().first() {
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
