//! Identifiers that may be blank in the merchant's data.

/// The text, unless it is blank: the server treats a blank identifier as omitted.
pub fn non_blank(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}
