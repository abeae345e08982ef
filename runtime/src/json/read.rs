//! JSON that the server sent.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::{Mismatch, Object};

/// A JSON value that is known to be well-formed and otherwise unread: its numbers are still text,
/// and nobody pays for a field that nobody reads.
#[derive(Clone, Copy)]
pub struct Json<'a> {
    /// Empty when the value is missing.
    text: &'a str,
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
    /// A field that is not there.
    pub(crate) const MISSING: Self = Self { text: "" };

    pub(super) fn new(raw: &'a RawValue) -> Self {
        Self { text: raw.get() }
    }

    pub(crate) fn parse(body: &'a [u8]) -> Result<Self, Mismatch> {
        let found = if body.is_empty() { "empty" } else { "something else" };
        serde_json::from_slice::<&RawValue>(body)
            .map(Self::new)
            .map_err(|_| Mismatch::new("JSON", found))
    }

    /// Reads the fields. An empty list is an empty object: PHP has one word for both.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn object(self) -> Result<Object<'a>, Mismatch> {
        let fields = match self.kind() {
            Kind::Object => serde_json::from_str(self.text).ok(),
            Kind::List if self.is_empty_collection() => Some(BTreeMap::new()),
            _ => None,
        };
        fields.map(Object::new).ok_or_else(|| self.mismatch("an object"))
    }

    /// Reads the fields; a bare list with something in it is taken for the field `list` of an object
    /// without others: the server has been seen to answer lists with and without a page around them.
    ///
    /// # Errors
    ///
    /// When it is something else.
    pub fn object_around(self, list: &str) -> Result<Object<'a>, Mismatch> {
        if self.kind() != Kind::List || self.is_empty_collection() {
            return self.object();
        }
        let raw = serde_json::from_str(self.text).map_err(|_| self.mismatch("a list"))?;
        Ok(Object::new(BTreeMap::from([(list.to_owned(), raw)])))
    }

    /// Reads the elements. What says nothing is an empty list, a null element is none, and a record
    /// without a list around it is a list of one: the server has been seen to answer either.
    pub(super) fn elements(self) -> Result<Vec<Json<'a>>, Mismatch> {
        if self.is_blank() {
            return Ok(Vec::new());
        }
        let elements = match self.kind() {
            Kind::List => serde_json::from_str::<Vec<&RawValue>>(self.text).ok(),
            Kind::Object => return Ok(vec![self]),
            _ => None,
        };
        let elements = elements.ok_or_else(|| self.mismatch("a list"))?;
        Ok(elements.into_iter().map(Json::new).collect())
    }

    /// Reads a code, documented as a string or an integer and sent as either.
    ///
    /// # Errors
    ///
    /// When it is neither.
    pub fn code(self) -> Result<Cow<'a, str>, Mismatch> {
        self.scalar_text().ok_or_else(|| self.mismatch("a code"))
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
        let elements = if self.is_list() { self.elements() } else { Ok(vec![self]) };
        let text = |json: Json<'_>| json.scalar_text().unwrap_or(json.text.into()).into_owned();
        elements.unwrap_or_default().into_iter().map(text).collect()
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
        let page = self.object().map(|page| page.get("list"));
        self.is_blank() || page.is_ok_and(|list| list.is_empty_collection())
    }

    /// Whether this cannot even be an empty string.
    pub(super) fn is_absent(self) -> bool {
        matches!(self.kind(), Kind::Missing | Kind::Null) || self.is_empty_collection()
    }

    pub(super) fn is_null(self) -> bool {
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

    /// This is not what was expected.
    pub(crate) fn mismatch(self, expected: &'static str) -> Mismatch {
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
        Mismatch::new(expected, found)
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
