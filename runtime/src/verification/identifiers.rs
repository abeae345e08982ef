//! The identifiers of an untrusted request, restricted to those that a payment can have.

use super::error::ParseError;
use super::request_fields::RequestFields;

const IMP_UID: &str = "imp_uid";
const MERCHANT_UID: &str = "merchant_uid";

/// The `imp_uid`; `None` if it is missing, null or empty. PortOne makes them of letters, digits, `_`
/// and `-`; anything else is forged, and could change the path of a request.
pub(super) fn imp_uid(fields: &RequestFields) -> Result<Option<String>, ParseError> {
    let is_made = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    match fields.key(IMP_UID)? {
        Some(text) if !text.chars().all(is_made) => Err(ParseError::Invalid(IMP_UID)),
        found => Ok(found.map(str::to_owned)),
    }
}

/// The `imp_uid`, which is required.
pub(super) fn required_imp_uid(fields: &RequestFields) -> Result<String, ParseError> {
    imp_uid(fields)?.ok_or(ParseError::Missing(IMP_UID))
}

/// The `merchant_uid`; `None` if it is missing, null or empty. Merchants make them of any characters,
/// but `.` and `..` are steps in a path.
pub(super) fn merchant_uid(fields: &RequestFields) -> Result<Option<String>, ParseError> {
    match fields.key(MERCHANT_UID)? {
        Some("." | "..") => Err(ParseError::Invalid(MERCHANT_UID)),
        found => Ok(found.map(str::to_owned)),
    }
}

/// The `merchant_uid`, which is required.
pub(super) fn required_merchant_uid(fields: &RequestFields) -> Result<String, ParseError> {
    merchant_uid(fields)?.ok_or(ParseError::Missing(MERCHANT_UID))
}
