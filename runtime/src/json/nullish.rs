//! The ways in which the server sends no value.

use super::kind::ValueKind;
use super::reader::Json;

impl Json<'_> {
    /// Returns `true` for a missing value, `null`, `""`, `"null"`, `[]`, `{}` and `false`.
    pub(crate) fn is_nullish(self) -> bool {
        match self.kind() {
            ValueKind::Boolean => self.is_false(),
            ValueKind::String => matches!(self.text(), "\"\"" | "\"null\""),
            _ => self.is_absent(),
        }
    }

    /// Returns `true` for the nullish values that cannot be read as a scalar: a missing value, `null`,
    /// `[]` and `{}`.
    pub(super) fn is_absent(self) -> bool {
        match self.kind() {
            ValueKind::Missing | ValueKind::Null => true,
            ValueKind::Boolean | ValueKind::Number | ValueKind::String => false,
            ValueKind::List | ValueKind::Object => self.inner_nodes().is_empty(),
        }
    }

    /// Returns `true` if a response has no record: it is nullish, or a list of nullish values.
    pub(crate) fn holds_nothing(self) -> bool {
        self.is_nullish() || self.is_list() && self.elements().all(Self::is_nullish)
    }

    pub(crate) fn is_list(self) -> bool {
        self.kind() == ValueKind::List
    }

    pub(crate) fn is_null(self) -> bool {
        self.kind() == ValueKind::Null
    }

    pub(super) fn is_false(self) -> bool {
        self.text() == "false"
    }

    /// Returns `true` for `[]` and `{}`.
    pub(super) fn is_empty_collection(self) -> bool {
        matches!(self.kind(), ValueKind::List | ValueKind::Object) && self.inner_nodes().is_empty()
    }
}
