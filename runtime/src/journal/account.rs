//! The fingerprint of a merchant's account.

/// The fingerprint of an account, the same in every version of this crate. It keeps the intents of two
/// merchants apart that share a journal by accident. Too many keys have the same one to reveal any of them.
pub(crate) fn fingerprint(imp_key: &str) -> String {
    format!("{:08x}", crc32fast::hash(imp_key.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Journals hold fingerprints for years: these may not change.
    #[test]
    fn fingerprints_are_those_of_crc_32() {
        assert_eq!(fingerprint(""), "00000000");
        assert_eq!(fingerprint("123456789"), "cbf43926");
    }
}
