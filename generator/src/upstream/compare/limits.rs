//! Requiredness, lengths and ranges in words.

use crate::upstream::facts::FieldFacts;

/// `required` or `optional`.
pub fn requiredness(field: &FieldFacts) -> &'static str {
    if field.required { "required" } else { "optional" }
}

/// The number, or `none`.
pub fn shown(number: Option<u32>) -> String {
    number.map_or_else(|| "none".to_owned(), |number| number.to_string())
}

/// `1 to 60`
pub fn range(field: &FieldFacts) -> String {
    format!("{} to {}", shown(field.minimum), shown(field.maximum))
}
