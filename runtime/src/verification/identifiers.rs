//! The identifiers of an untrusted request, restricted to those that a payment can have.

use super::error::ParseError;
use super::field_value::short_text;
use super::request_fields::RequestFields;

const IMP_UID: &str = "imp_uid";
const MERCHANT_UID: &str = "merchant_uid";

/// Checks an `imp_uid`. PortOne makes them of letters, digits, `_` and `-`; anything else is forged, and
/// could change the path of a request.
pub(super) fn checked_imp_uid(text: &str) -> Result<String, ParseError> {
    let is_made = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    checked(IMP_UID, text, |text| text.chars().all(is_made))
}

/// Checks a `merchant_uid`. Merchants make them of any characters, but `.` and `..` are steps in a path.
pub(super) fn checked_merchant_uid(text: &str) -> Result<String, ParseError> {
    checked(MERCHANT_UID, text, |text| text != "." && text != "..")
}

fn checked(
    name: &'static str,
    text: &str,
    is_valid: impl Fn(&str) -> bool,
) -> Result<String, ParseError> {
    match short_text(text).filter(|text| is_valid(text)) {
        Some("") => Err(ParseError::Missing(name)),
        Some(text) => Ok(text.to_owned()),
        None => Err(ParseError::Invalid(name)),
    }
}

/// The texts that a page makes of a missing value, when it puts one into a query or a form.
const MISSING_IN_A_PAGE: [&str; 2] = ["null", "undefined"];

/// The `imp_uid`; `None` if it is missing, null or empty, or a text that a page makes of that.
pub(super) fn imp_uid(fields: &RequestFields) -> Result<Option<String>, ParseError> {
    let text = fields.key(IMP_UID)?.filter(|text| !MISSING_IN_A_PAGE.contains(text));
    text.map(checked_imp_uid).transpose()
}

/// The `imp_uid`, which is required.
pub(super) fn required_imp_uid(fields: &RequestFields) -> Result<String, ParseError> {
    imp_uid(fields)?.ok_or(ParseError::Missing(IMP_UID))
}

/// The `merchant_uid`; `None` if it is missing, null or empty.
pub(super) fn merchant_uid(fields: &RequestFields) -> Result<Option<String>, ParseError> {
    fields.key(MERCHANT_UID)?.map(checked_merchant_uid).transpose()
}

/// The `merchant_uid`, which is required.
pub(super) fn required_merchant_uid(fields: &RequestFields) -> Result<String, ParseError> {
    checked_merchant_uid(fields.required(MERCHANT_UID)?)
}
