//! Values of HTTP headers from untrusted text.

use http::HeaderValue;

/// Creates a header value from visible ASCII characters; none if the text is empty or has any other
/// character, which would be trimmed or decoded on the way.
pub(crate) fn from_visible_ascii(text: &str) -> Option<HeaderValue> {
    let is_visible = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    HeaderValue::from_str(text).ok().filter(|_| is_visible)
}
