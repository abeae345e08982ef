//! How values are read.

use super::Json;
use super::faults::Place;
use super::number::SECONDS;
use crate::{Decimal, Timestamp};

/// A value that can be read from an answer.
pub trait FromJson: Sized {
    /// Reads a value that must be there. Where it is missing or something else, that is noted, and
    /// what is returned only stands in for it.
    fn from_json(json: Json<'_>) -> Self;

    /// Reads a value that may say nothing: missing, `null`, `""`, `"null"`, `[]`, `{}` or `false`.
    fn from_json_or_absent(json: Json<'_>) -> Option<Self> {
        if json.is_blank() { None } else { Some(Self::from_json(json)) }
    }
}

/// Numbers and booleans are taken for their text. An empty string is a string, and so is `"null"`.
/// Where nothing depends on it, a list or an object is taken for its JSON: `custom_data` is a text
/// that holds JSON, and one that arrives unwrapped must not cost the rest of the answer.
impl FromJson for String {
    fn from_json(json: Json<'_>) -> Self {
        json.expect("a string", json.scalar_text()).into_owned()
    }

    fn from_json_or_absent(json: Json<'_>) -> Option<Self> {
        match json.scalar_text() {
            Some(text) => Some(text.into_owned()),
            None if json.is_absent() => None,
            None => Some(json.structure().map_or_else(|| Self::from_json(json), str::to_owned)),
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

/// `true`, `1`, and both as strings; `false` is a value here.
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
        if json.is_blank() && !json.is_false() { None } else { Some(Self::from_json(json)) }
    }
}

/// Unix seconds; 0 where a time may be absent means "has not happened".
impl FromJson for Timestamp {
    fn from_json(json: Json<'_>) -> Self {
        let time = json.seconds().and_then(|seconds| Self::from_second(seconds).ok());
        json.expect(SECONDS, time)
    }

    fn from_json_or_absent(json: Json<'_>) -> Option<Self> {
        if json.is_blank() {
            return None;
        }
        Some(Self::from_json(json)).filter(|time| time.as_second() != 0)
    }
}

/// Absent is empty, and null elements are none.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json<'_>) -> Self {
        let mut items = Self::with_capacity(json.elements().count());
        let mut place = Place::new(json.faults());
        for (index, element) in json.elements().enumerate() {
            if !element.is_null() {
                items.push(T::from_json(element));
                place.element(index);
            }
        }
        items
    }
}
