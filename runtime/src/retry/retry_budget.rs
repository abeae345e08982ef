//! Shared retry budget (token bucket).
//!
//! A policy limits the retries of a single call. If a thousand calls fail together, they would still
//! triple the load of a failing server. So each retry withdraws from a budget that successful
//! responses refill: occasional failures are retried, and an outage soon costs one request per call.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// A hundred retries in a row.
const CAPACITY: u32 = 500;
/// The cost of a retry.
const COST: u32 = 5;
/// The refill by a response that needs no retry.
const REFILL: u32 = 1;

/// The retry budget that all calls of a client share.
pub(crate) struct RetryBudget(AtomicU32);

impl RetryBudget {
    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(CAPACITY))
    }

    /// Withdraws the cost of a retry; false if the budget is exhausted.
    pub(crate) fn try_withdraw(&self) -> bool {
        self.0.fetch_update(Relaxed, Relaxed, |balance| balance.checked_sub(COST)).is_ok()
    }

    /// Refills the budget after a response that needs no retry.
    pub(crate) fn refill(&self) {
        let refilled = |balance: u32| Some(balance.saturating_add(REFILL).min(CAPACITY));
        // The update always has a value, so it cannot fail.
        let _ = self.0.fetch_update(Relaxed, Relaxed, refilled);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_exhausts_the_budget_and_responses_refill_it() {
        let budget = RetryBudget::new();
        budget.refill();
        assert_eq!((0..1000).filter(|_| budget.try_withdraw()).count(), 100);
        for _ in 0..10 {
            budget.refill();
        }
        assert_eq!((0..1000).filter(|_| budget.try_withdraw()).count(), 2);
    }
}
