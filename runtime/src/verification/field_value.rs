//! The value of a field of an untrusted request.

use crate::json::Json;

/// The replacement for bytes that are not valid UTF-8.
const REPLACEMENT: char = '\u{fffd}';

/// The maximum length of a key in bytes; identifiers have a few dozen characters.
const MAX_TEXT_BYTES: usize = 256;

/// The text, if it is short and of one line. Control characters would forge lines in a log.
pub(super) fn short_text(text: &str) -> Option<&str> {
    let is_odd = |letter: char| letter.is_control() || letter == REPLACEMENT;
    (text.len() <= MAX_TEXT_BYTES && !text.contains(is_odd)).then_some(text)
}

/// The value of a field: a text, or a list or object as JSON. An empty list or object is null, as PHP writes
/// it.
#[derive(PartialEq, Eq)]
pub(super) enum FieldValue {
    Text(String),
    Json(String),
    Null,
}

impl FieldValue {
    pub(super) fn of(json: Json<'_>) -> Self {
        match json.scalar_text() {
            Some(text) => Self::Text(text.into_owned()),
            None if json.is_nullish() => Self::Null,
            None => Self::Json(json.text().to_owned()),
        }
    }

    /// The value as a short text.
    pub(super) fn short_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => short_text(text),
            Self::Json(_) | Self::Null => None,
        }
    }

    /// The value as text or JSON; `None` for null.
    pub(super) fn any(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Json(text) => Some(text),
            Self::Null => None,
        }
    }
}
