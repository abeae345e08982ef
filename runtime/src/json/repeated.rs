//! Whether a name comes twice: asked of every record, and hardly ever so.

/// As many as to make it rare that two of some seventy names share one.
const BITS: usize = 1 << 14;

/// Whether two of these names, as they are written, can be equal. It can err on this side only, and
/// takes a fraction of the time that comparing them would.
pub(super) fn may_be<'a>(mut names: impl Iterator<Item = &'a [u8]>) -> bool {
    let mut seen = [0_u64; BITS / 64];
    names.any(|name| {
        let bit = print(name);
        let word = &mut seen[bit / 64];
        let mask = 1 << (bit % 64);
        let is_seen = *word & mask != 0;
        *word |= mask;
        is_seen
    })
}

/// A number below `BITS` that is mostly another for another name.
fn print(name: &[u8]) -> usize {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (head, tail) = match (name.first_chunk(), name.last_chunk()) {
        (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        _ => (name.iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)), 0),
    };
    let mixed = (head.wrapping_mul(ODD).rotate_left(32) ^ tail).wrapping_mul(ODD);
    // The upper bits are the mixed ones, and fewer than a `usize` has anywhere.
    (mixed >> (u64::BITS - BITS.trailing_zeros())) as usize
}

#[cfg(test)]
mod tests {
    use super::may_be;

    fn may_repeat(names: &[&str]) -> bool {
        may_be(names.iter().map(|name| name.as_bytes()))
    }

    #[test]
    fn equal_names_are_always_found() {
        for name in ["", "a", "imp_uid", "merchant_uid", "cancel_receipt_urls", "이름"] {
            assert!(may_repeat(&["x", name, "cancel_amount", name]), "{name}");
        }
    }

    #[test]
    fn different_names_are_mostly_told_apart() {
        let names: Vec<_> = (0..50).map(|number| format!("field_{number}_of_a_record")).collect();
        assert!(!may_repeat(&names.iter().map(String::as_str).collect::<Vec<_>>()));
        assert!(!may_repeat(&["amount", "tuoma", "", "name", "names", "pg_id"]));
    }
}
