//! Conversion from JSON values.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::mismatch_sink::PathScope;
use super::reader::Json;
use super::time::SECONDS;

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
        self.sink().without_recording(|| T::from_json_or_absent(self))
    }

    /// The value, if it can be read; a mismatch is recorded and tolerated.
    pub(super) fn tolerant<T: FromJson>(self) -> Option<T> {
        let count = self.sink().count();
        let value = T::from_json_or_absent(self);
        if self.sink().tolerate_since(count) { None } else { value }
    }

    /// The elements that can be read; mismatches are recorded and tolerated.
    pub(super) fn tolerant_list<T: FromJson>(self) -> Vec<T> {
        let count = self.sink().count();
        let items = self.items(|element| {
            let count = element.sink().count();
            let item = T::from_json(element);
            (!element.sink().tolerate_since(count)).then_some(item)
        });
        self.sink().tolerate_since(count);
        items
    }

    /// The elements, without `null` and without those that this function leaves out.
    fn items<T>(self, read: impl Fn(Json<'_>) -> Option<T>) -> Vec<T> {
        if self.list_on_page().is_some() {
            self.repair("a list");
        }
        let mut items = Vec::with_capacity(self.elements().count());
        let mut path = PathScope::new(self.sink());
        for (index, element) in self.elements().enumerate() {
            if !element.is_null() {
                items.extend(read(element));
                path.element(index);
            }
        }
        items
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
            None => json.collection_text().map(str::to_owned).or_else(|| json.repaired_string()),
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

/// `true` and `1`, also as strings, and `Y`; an optional `false` is a value.
impl FromJson for bool {
    fn from_json(json: Json<'_>) -> Self {
        let value = match json.scalar_text().as_deref() {
            Some("true" | "1") => Some(true),
            Some("false" | "0") => Some(false),
            Some(word) => json.boolean_word(word),
            None => None,
        };
        json.expect("a boolean", value)
    }

    fn from_json_or_absent(json: Json<'_>) -> Option<Self> {
        if json.is_nullish() && !json.is_false() { None } else { Some(Self::from_json(json)) }
    }
}

/// Unix seconds, or a time that can be nothing else; an optional time of 0 is `None`.
impl FromJson for Timestamp {
    fn from_json(json: Json<'_>) -> Self {
        json.expect(SECONDS, json.timestamp())
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
        json.items(|element| Some(T::from_json(element)))
    }
}
