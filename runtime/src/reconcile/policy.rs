//! The policy of reconciliation: for how long a call looks again, and at which intervals.

use std::time::Duration;

use crate::retry::exponential_delay;

const SECOND: Duration = Duration::from_secs(1);

/// The time for which `client.reconcile` looks again, and the delays between its looks.
///
/// A request whose response was lost can still be running: a record that is not there yet may appear.
/// So a look that does not show the request as carried out, and one that fails, is repeated until the
/// [`deadline`](Self::deadline).
///
/// The first look is made at once. The delay after it is [`initial_delay`](Self::initial_delay), doubled
/// with each look up to [`max_delay`](Self::max_delay); the last look is made at the deadline.
#[derive(Clone, Debug)]
pub struct ReconcilePolicy {
    initial_delay: Duration,
    max_delay: Duration,
    deadline: Option<Duration>,
}

impl ReconcilePolicy {
    /// Creates the default policy: an initial delay of 1 second, a maximum of 10 seconds, and a deadline of
    /// 60 seconds, or of twice the timeout of the request if that is longer.
    pub fn new() -> Self {
        Self { initial_delay: SECOND, max_delay: 10 * SECOND, deadline: None }
    }

    /// Creates a policy of one look. A request that is still running then counts as not done yet.
    pub fn once() -> Self {
        Self::new().deadline(Duration::ZERO)
    }

    /// Sets the delay after the first look.
    #[must_use]
    pub fn initial_delay(mut self, initial_delay: Duration) -> Self {
        self.initial_delay = initial_delay;
        self
    }

    /// Sets the maximum delay after any look.
    #[must_use]
    pub fn max_delay(mut self, max_delay: Duration) -> Self {
        self.max_delay = max_delay;
        self
    }

    /// Sets the time after which no further look begins. It should exceed the time for which the server
    /// may work on a request, which the timeout of the client does not limit.
    ///
    /// The reads of the first look have at least one timeout of a request, however short this is.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// The deadline for a request that was sent with this timeout.
    pub(crate) fn deadline_after(&self, timeout: Duration) -> Duration {
        self.deadline.unwrap_or_else(|| timeout.saturating_mul(2).max(60 * SECOND))
    }

    /// The delay after this many looks.
    pub(crate) fn delay(&self, looks: u32) -> Duration {
        exponential_delay(self.initial_delay, self.max_delay, looks)
    }
}

impl Default for ReconcilePolicy {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_the_maximum() {
        let policy = ReconcilePolicy::new();
        let delays: Vec<_> = (1..=6).map(|looks| policy.delay(looks).as_secs()).collect();
        assert_eq!(delays, [1, 2, 4, 8, 10, 10]);
        assert_eq!(policy.initial_delay(Duration::MAX).delay(u32::MAX), 10 * SECOND);
    }

    #[test]
    fn the_default_deadline_exceeds_the_timeout_of_the_request() {
        let policy = ReconcilePolicy::new();
        assert_eq!(policy.deadline_after(SECOND), 60 * SECOND);
        assert_eq!(policy.deadline_after(45 * SECOND), 90 * SECOND);
        assert_eq!(policy.deadline_after(Duration::MAX), Duration::MAX);
        assert_eq!(ReconcilePolicy::once().deadline_after(SECOND), Duration::ZERO);
    }
}
