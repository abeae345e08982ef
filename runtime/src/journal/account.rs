//! The fingerprint of a merchant's account.

/// The parameters of FNV-1a with 32 bits.
const OFFSET: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// The fingerprint of an account, the same in every version of this crate. It keeps the intents of two
/// merchants apart that share a journal by accident. Too many keys have the same one to reveal any of them.
pub(crate) fn fingerprint(imp_key: &str) -> String {
    let hash =
        imp_key.bytes().fold(OFFSET, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME));
    format!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Journals hold fingerprints for years: these may not change.
    #[test]
    fn fingerprints_are_those_of_fnv_1a() {
        assert_eq!(fingerprint(""), "811c9dc5");
        assert_eq!(fingerprint("a"), "e40c292c");
        assert_eq!(fingerprint("foobar"), "bf9cf968");
    }
}
