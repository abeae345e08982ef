//! The fingerprint of an account.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::credentials::Credentials;
use crate::http_client::BaseUrl;

/// The fingerprint of the merchant and the server. It keeps two merchants that share a store by accident
/// from using each other's tokens. It does not reveal the key, and does not cover the secret.
///
/// The hash of the standard library may change with the compiler. A stored token is then not recognised,
/// which costs one request.
pub(super) fn fingerprint(credentials: &Credentials, base_url: &BaseUrl) -> String {
    let mut hasher = DefaultHasher::new();
    credentials.imp_key.hash(&mut hasher);
    base_url.prefix().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
