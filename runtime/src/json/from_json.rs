//! Conversion from JSON values.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::mismatch_sink::PathScope;
use super::number::SECONDS;
use super::reader::Json;

/// A type that can be read from a response.
pub trait FromJson: Sized {
    /// Reads a required value. If it is missing or of another type, a mismatch is recorded and a default
    /// is returned.
    fn from_json(json: Json<'_>) -> Self;

    /// Reads an optional value: `None` if it is missing, `null`, `""`, `"null"`, `[]`, `{}` or `false`.
    fn from_json_or_absent(json: Json<'_>) -> Option<Self> {
        if json.is_nullish() { None } else { Some(Self::from_json(json)) }
    }
}

impl Json<'_> {
    /// The value, if it can be read; a mismatch is not recorded.
    pub(crate) fn try_read<T: FromJson>(self) -> Option<T> {
        let before = self.sink().take();
        let value = T::from_json_or_absent(self);
        let mismatch = self.sink().replace(before);
        value.filter(|_| mismatch.is_none())
    }
}

/// Numbers and booleans are read as their text. `""` and `"null"` are strings.
/// An optional list or object is read as its JSON: `custom_data` is a string that holds JSON, and one
/// that arrives unwrapped must not fail the rest of the response.
impl FromJson for String {
    fn from_json(json: Json<'_>) -> Self {
        json.expect("a string", json.scalar_text()).into_owned()
    }

    fn from_json_or_absent(json: Json<'_>) -> Option<Self> {
        match json.scalar_text() {
            Some(text) => Some(text.into_owned()),
            None if json.is_absent() => None,
            None => {
                Some(json.collection_text().map_or_else(|| Self::from_json(json), str::to_owned))
            }
        }
    }
}

impl FromJson for i64 {
    fn from_json(json: Json<'_>) -> Self {
        json.expect("an integer", json.integer())
    }
}

impl FromJson for Decimal {
    fn from_json(json: Json<'_>) -> Self {
        json.expect("an amount", json.decimal())
    }
}

/// `true` and `1`, also as strings; an optional `false` is a value.
impl FromJson for bool {
    fn from_json(json: Json<'_>) -> Self {
        let value = match json.scalar_text().as_deref() {
            Some("true" | "1") => Some(true),
            Some("false" | "0") => Some(false),
            _ => None,
        };
        json.expect("a boolean", value)
    }

    fn from_json_or_absent(json: Json<'_>) -> Option<Self> {
        if json.is_nullish() && !json.is_false() { None } else { Some(Self::from_json(json)) }
    }
}

/// Unix seconds; an optional time of 0 is `None`.
impl FromJson for Timestamp {
    fn from_json(json: Json<'_>) -> Self {
        let time = json.seconds().and_then(|seconds| Self::from_second(seconds).ok());
        json.expect(SECONDS, time)
    }

    fn from_json_or_absent(json: Json<'_>) -> Option<Self> {
        if json.is_nullish() {
            return None;
        }
        Some(Self::from_json(json)).filter(|time| time.as_second() != 0)
    }
}

/// A nullish value is an empty list; `null` elements are skipped.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json<'_>) -> Self {
        let mut items = Self::with_capacity(json.elements().count());
        let mut path = PathScope::new(json.sink());
        for (index, element) in json.elements().enumerate() {
            if !element.is_null() {
                items.push(T::from_json(element));
                path.element(index);
            }
        }
        items
    }
}
