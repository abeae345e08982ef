//! Values of HTTP headers that come from outside.

use reqwest::header::HeaderValue;

/// The header, if the text arrives at the other end as it is: not empty, and neither trimmed nor
/// decoded on the way.
pub(crate) fn verbatim(text: &str) -> Option<HeaderValue> {
    let fits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    HeaderValue::from_str(text).ok().filter(|_| fits)
}
