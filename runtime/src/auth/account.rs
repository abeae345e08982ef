//! Whose token it is.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::credentials::Keys;
use crate::http_client::BaseUrl;

/// A fingerprint of the merchant and the server, so that a store that two merchants share by mistake
/// never has one act for the other. The key cannot be read from it, and the secret is not in it.
///
/// The standard library's hash may change with the compiler. Then a stored token is not recognised,
/// which costs one request.
pub(super) fn fingerprint(keys: &Keys, base_url: &BaseUrl) -> String {
    let mut hasher = DefaultHasher::new();
    keys.imp_key.hash(&mut hasher);
    base_url.join("/", None).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
