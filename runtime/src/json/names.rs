//! The names in a record, remembered by a bit each.

/// So many that it is rare that two of some fifty names share one.
const BITS: usize = 1 << 12;

/// Some names. Whether one of them is another takes a fraction of the time that comparing them would.
pub(super) struct Names([u64; BITS / 64]);

impl Default for Names {
    fn default() -> Self {
        Self([0; BITS / 64])
    }
}

impl Names {
    /// Whether the name may be among them; it can err on this side only.
    pub(super) fn may_hold(&self, name: &[u8]) -> bool {
        let bit = print(name);
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// Adds a name; whether it may have been among them before.
    pub(super) fn add(&mut self, name: &[u8]) -> bool {
        let bit = print(name);
        let (word, mask) = (&mut self.0[bit / 64], 1 << (bit % 64));
        let may_be_there = *word & mask != 0;
        *word |= mask;
        may_be_there
    }
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
    use super::Names;

    fn of(names: &[&str]) -> Names {
        let mut all = Names::default();
        for name in names {
            all.add(name.as_bytes());
        }
        all
    }

    #[test]
    fn a_name_that_is_there_is_always_found() {
        let names = ["", "a", "imp_uid", "merchant_uid", "cancel_receipt_urls", "이름"];
        let mut all = of(&names);
        assert!(names.iter().all(|name| all.may_hold(name.as_bytes())));
        assert!(names.iter().all(|name| all.add(name.as_bytes())));
    }

    #[test]
    fn one_that_is_not_there_is_mostly_missed() {
        let all = of(&["amount", "name", "pg_id", "cancel_amount", "cancelled_at"]);
        let others = ["tuoma", "names", "pg_tid", "amount_cancel", "", "deposit_history"];
        assert!(others.iter().all(|name| !all.may_hold(name.as_bytes())));
    }
}
