//! Parsing of query strings and forms: `name[]=a&name[]=b`, `name[0]=a` and `sender[name]=a`.

use serde_json::{Map, Value};
use serde_qs::Config;

use crate::api_error::ApiError;

/// Maximum nesting, deeper than any record of the API.
const DEPTH: usize = 6;

/// Parses values by name; a name without brackets has a string value.
pub fn read(text: &[u8]) -> Result<Map<String, Value>, ApiError> {
    let config = Config::new().max_depth(DEPTH).use_form_encoding(true);
    config.deserialize_bytes(text).map_err(|error| {
        ApiError::bad_request(format!("not a valid query string or form: {error}"))
    })
}
