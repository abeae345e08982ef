//! One purse for the retries of all calls.
//!
//! Attempts and waits bound what a single call does to a failing server. A thousand calls that fail
//! together would still be three thousand requests, just when the server can bear the least. So each
//! retry is paid for from a purse that answers refill: a few failures among many successes are all
//! tried again, and an outage soon costs one request for each call and no more.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// A hundred retries in a row, and then one for each five answers.
const FULL: u32 = 500;
const PRICE: u32 = 5;
const REWARD: u32 = 1;

pub(crate) struct Budget(AtomicU32);

impl Budget {
    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(FULL))
    }

    /// Pays for a retry; false if there is not enough left.
    pub(crate) fn pay(&self) -> bool {
        self.0.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(PRICE)).is_ok()
    }

    /// An answer came that needs no retry.
    pub(crate) fn refill(&self) {
        let refilled = |left: u32| Some(left.saturating_add(REWARD).min(FULL));
        // The update always has a value, so it cannot fail.
        let _ = self.0.fetch_update(Relaxed, Relaxed, refilled);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_ends_retries_and_answers_bring_them_back() {
        let budget = Budget::new();
        budget.refill();
        assert_eq!((0..1000).filter(|_| budget.pay()).count(), 100);
        for _ in 0..10 {
            budget.refill();
        }
        assert_eq!((0..1000).filter(|_| budget.pay()).count(), 2);
    }
}
