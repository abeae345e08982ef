//! How values are read.

use super::number::SECONDS;
use super::{Json, Mismatch};
use crate::{Decimal, Timestamp};

/// A value that can be read from an answer.
pub trait FromJson: Sized {
    /// Reads a value that must be there.
    ///
    /// # Errors
    ///
    /// When it is missing or something else.
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch>;

    /// Reads a value that may say nothing: missing, `null`, `""`, `"null"`, `[]`, `{}` or `false`.
    ///
    /// # Errors
    ///
    /// When it is something else.
    fn from_json_or_absent(json: Json<'_>) -> Result<Option<Self>, Mismatch> {
        if json.is_blank() { Ok(None) } else { Self::from_json(json).map(Some) }
    }
}

/// Numbers and booleans are taken for their text. An empty string is a string, and so is `"null"`.
/// Where nothing depends on it, a list or an object is taken for its JSON: `custom_data` is a text
/// that holds JSON, and one that arrives unwrapped must not cost the rest of the answer.
impl FromJson for String {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        let text = json.scalar_text();
        text.map(Into::into).ok_or_else(|| json.mismatch("a string"))
    }

    fn from_json_or_absent(json: Json<'_>) -> Result<Option<Self>, Mismatch> {
        if json.is_absent() {
            return Ok(None);
        }
        match json.structure() {
            Some(text) => Ok(Some(text.to_owned())),
            None => Self::from_json(json).map(Some),
        }
    }
}

impl FromJson for i64 {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        json.integer("an integer")
    }
}

impl FromJson for Decimal {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        json.decimal("an amount")
    }
}

/// `true`, `1`, and both as strings; `false` is a value here.
impl FromJson for bool {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        match json.scalar_text().as_deref() {
            Some("true" | "1") => Ok(true),
            Some("false" | "0") => Ok(false),
            _ => Err(json.mismatch("a boolean")),
        }
    }

    fn from_json_or_absent(json: Json<'_>) -> Result<Option<Self>, Mismatch> {
        if json.is_blank() && !json.is_false() { Ok(None) } else { Self::from_json(json).map(Some) }
    }
}

/// Unix seconds; 0 where a time may be absent means "has not happened".
impl FromJson for Timestamp {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        Self::from_second(json.seconds()?).map_err(|_| json.mismatch(SECONDS))
    }

    fn from_json_or_absent(json: Json<'_>) -> Result<Option<Self>, Mismatch> {
        if json.is_blank() {
            return Ok(None);
        }
        let time = Self::from_json(json)?;
        Ok(Some(time).filter(|time| time.as_second() != 0))
    }
}

/// Absent is empty, and null elements are none.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json<'_>) -> Result<Self, Mismatch> {
        let elements = json.elements()?.into_iter().enumerate();
        elements
            .filter(|(_, element)| !element.is_null())
            .map(|(index, element)| T::from_json(element).map_err(|mismatch| mismatch.at(index)))
            .collect()
    }
}
