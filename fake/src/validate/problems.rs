//! Validation problems as one API error.

use crate::api_error::ApiError;

/// Fails with all problems in one message, if there are any.
///
/// # Errors
/// 400 with the problems.
pub fn reject(problems: Vec<String>) -> Result<(), ApiError> {
    if problems.is_empty() { Ok(()) } else { Err(ApiError::bad_request(problems.join("; "))) }
}
