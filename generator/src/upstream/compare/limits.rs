//! Requiredness, lengths and ranges in words.

use std::fmt::Display;

use crate::upstream::facts::FieldFacts;

/// `required` or `optional`.
pub fn requiredness(field: &FieldFacts) -> &'static str {
    if field.required { "required" } else { "optional" }
}

/// The value, or `none`.
pub fn or_none(value: Option<impl Display>) -> String {
    value.map_or_else(|| "none".to_owned(), |value| value.to_string())
}

/// `1 to 60`
pub fn range(field: &FieldFacts) -> String {
    format!("{} to {}", or_none(field.minimum), or_none(field.maximum))
}
