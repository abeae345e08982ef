//! Query strings and forms: `name[]=a&name[]=b`, `name[0]=a` and `sender[name]=a`.

use serde_json::{Map, Value};
use serde_qs::Config;

use crate::refusal::Refusal;

/// Deeper than any record of the API.
const DEPTH: usize = 6;

/// The values by name; what has no brackets is a text.
pub fn read(text: &[u8]) -> Result<Map<String, Value>, Refusal> {
    let config = Config::new().max_depth(DEPTH).use_form_encoding(true);
    config
        .deserialize_bytes(text)
        .map_err(|error| Refusal::invalid(format!("neither a query string nor a form: {error}")))
}
