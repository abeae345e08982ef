//! Hashes as lower-case hexadecimal text.

use hmac_sha256::Hash;

/// The bytes of a short hash.
const SHORT: usize = 8;

/// The SHA-256 of some bytes.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Hash::hash(bytes))
}

/// A short hash of texts; empty if there is none.
pub fn short_hash<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut texts = texts.into_iter().peekable();
    if texts.peek().is_none() {
        return String::new();
    }
    let mut hash = Hash::new();
    for text in texts {
        hash.update(text);
        hash.update([0]);
    }
    hex(&hash.finalize()[..SHORT])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
