//! Responses for the tests of programs that use the API.
//!
//! The types of responses are `#[non_exhaustive]`, so that new fields are not breaking changes; other
//! crates cannot construct them. A test decodes them from the JSON that the server would send.
//! `portone_v1::testing` has an example, and functions that create responses without JSON.

use crate::error::JsonError;
use crate::json::{Document, FromJson};

/// Decodes a response from JSON, as tolerantly as one of the server: the value of `response`, without
/// the envelope.
///
/// # Errors
///
/// If a required field is missing, or has another type than documented.
pub fn from_json<T: FromJson>(text: &str) -> Result<T, JsonError> {
    Ok(Document::read(text.as_bytes(), T::from_json)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn responses_are_decoded_like_those_of_the_server() {
        assert_eq!(from_json::<Vec<i64>>(r#"[1, "2", null]"#).unwrap(), [1, 2]);
        assert_eq!(from_json::<Vec<i64>>("null").unwrap(), [0; 0]);
    }

    #[test]
    fn errors_name_the_position() {
        let error = from_json::<Vec<i64>>(r#"[1, "two"]"#).unwrap_err();
        assert_eq!(error.to_string(), "$[1] is a string instead of an integer");
        assert_eq!(
            from_json::<i64>("1,").unwrap_err().to_string(),
            "$ is text that is not valid JSON instead of JSON"
        );
    }
}
