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
    /// The kind of a value that begins with this byte.
    pub(super) fn beginning_with(first: u8) -> Self {
        match first {
            b'n' => Self::Null,
            b't' | b'f' => Self::Boolean,
            b'"' => Self::String,
            b'[' => Self::List,
            b'{' => Self::Object,
            _ => Self::Number,
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
