//! The proof that a record does not exist.

use crate::http_client::RawResponse;
use crate::json::{Document, Json};
use crate::operation::{NotFound, Operation};

/// True if this is the documented response of the operation to a key that nothing has. An error page of a
/// proxy, another code, or a success without a record is no proof.
pub(super) fn is_not_found(operation: &Operation, raw: &RawResponse) -> bool {
    let documented = || operation.not_found.iter().filter(|each| each.status == raw.status);
    documented().next().is_some()
        && Document::read(&raw.body, |json| documented().any(|each| agrees(each, json)))
            .unwrap_or(false)
}

fn agrees(documented: &NotFound, json: Json<'_>) -> bool {
    let Some(envelope) = json.as_object() else { return false };
    let code: Option<i64> = envelope.get("code").try_read();
    let message: Option<String> = envelope.get("message").try_read();
    let response = envelope.get("response");
    code.is_some_and(|code| documented.codes.contains(&code))
        && message.is_some_and(|message| !message.trim().is_empty())
        && (response.is_null() || !envelope.contains("response"))
}
