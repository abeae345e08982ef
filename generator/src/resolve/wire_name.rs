//! Keys of fields: the name on the wire, and `?` for an optional one.

use crate::syntax::yaml::Key;

/// The name, and whether it is required: `name?` is optional.
pub fn wire_name(key: &Key) -> (&str, bool) {
    match key.text.strip_suffix('?') {
        Some(name) => (name, false),
        None => (&key.text, true),
    }
}
