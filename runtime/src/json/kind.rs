//! The kinds of JSON values.

/// The kind of a value that was received.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueKind {
    Missing,
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
}

impl ValueKind {
    /// The kind of a value, by its text.
    pub(super) fn of(text: &str) -> Self {
        match text.as_bytes().first() {
            None => Self::Missing,
            Some(b'n') => Self::Null,
            Some(b't' | b'f') => Self::Boolean,
            Some(b'"') => Self::String,
            Some(b'[') => Self::List,
            Some(b'{') => Self::Object,
            Some(_) => Self::Number,
        }
    }

    /// The kind as the end of "found …".
    pub(super) fn description(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}
