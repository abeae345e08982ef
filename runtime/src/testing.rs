//! Making answers for the tests of programs that use the API.
//!
//! The types of answers are `#[non_exhaustive]`, so that new fields break nobody; outside this project
//! they can only be read. So a test writes what the server would send. `portone_v1::testing` has an
//! example, and functions that make answers without JSON.

use crate::error::JsonError;
use crate::json::{Document, FromJson};

/// Reads an answer from JSON, as tolerantly as one from the server: what stands in `response`, without
/// the envelope around it.
///
/// # Errors
///
/// When a required field is missing, or one is something else than documented.
pub fn from_json<T: FromJson>(text: &str) -> Result<T, JsonError> {
    Ok(Document::read(text.as_bytes(), T::from_json)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_like_the_servers() {
        assert_eq!(from_json::<Vec<i64>>(r#"[1, "2", null]"#).unwrap(), [1, 2]);
        assert_eq!(from_json::<Vec<i64>>("null").unwrap(), [0; 0]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let error = from_json::<Vec<i64>>(r#"[1, "two"]"#).unwrap_err();
        assert_eq!(error.to_string(), "$[1] is a string instead of an integer");
        assert_eq!(
            from_json::<i64>("1,").unwrap_err().to_string(),
            "$ is text that is not valid JSON instead of JSON"
        );
    }
}
