//! The anchor of an operation on its official page.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::Route;

/// The characters that `encodeURIComponent` does not encode; the official pages use it for anchors.
const ANCHOR: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The anchor of the operation with this route.
pub fn of(route: &Route) -> String {
    let text = format!("{} {}", route.method.word().to_lowercase(), route.path);
    utf8_percent_encode(&text, ANCHOR).to_string()
}
