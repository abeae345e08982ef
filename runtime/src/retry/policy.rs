//! The retry policy: how often, and how long to wait.

use std::time::Duration;

use super::failure::Failure;

/// When a request is sent again, and how long to wait before it.
///
/// What may be sent again is not for a policy to say:
///
/// - An operation that changes nothing the second time is sent again after a failed connection, a
///   timeout, a broken answer, and the statuses 429, 500, 502, 503 and 504.
/// - Any other operation is sent again only when there was no connection, so that nothing was sent.
/// - After a 401, each is sent once more with a new token, under every policy: the server has
///   refused before it did anything.
///
/// The wait is a random time up to [`base`](Self::base), doubled with each attempt up to
/// [`cap`](Self::cap): clients that failed together do not come back together. A `Retry-After` of the
/// server comes on top. A wait that would outlast the deadline is not begun.
///
/// All calls of a client draw on one budget besides, so that its retries do not add to the load of a
/// server that is failing: each retry costs 5 of 500, and each answer brings 1 back. Once it is
/// spent, at most one in six requests is a retry.
#[derive(Clone, Debug)]
pub struct RetryPolicy {
    attempts: u32,
    base: Duration,
    cap: Duration,
}

impl RetryPolicy {
    /// Three attempts, with waits from 250 milliseconds to 8 seconds.
    pub fn new() -> Self {
        let [base, cap] = [Duration::from_millis(250), Duration::from_secs(8)];
        Self { attempts: 3, base, cap }
    }

    /// One attempt.
    pub fn never() -> Self {
        Self::new().attempts(1)
    }

    /// Sets how often a request is sent at most; 0 is 1. The one after a 401 is not counted.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets the longest wait before the second attempt.
    #[must_use]
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// Sets the longest wait before any attempt.
    #[must_use]
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// The wait after this many attempts; none if there is to be no other.
    pub(crate) fn wait(&self, attempts: u32, failure: &Failure) -> Option<Duration> {
        if attempts >= self.attempts {
            return None;
        }
        let doubled = self.base.saturating_mul(2_u32.saturating_pow(attempts.saturating_sub(1)));
        let longest = doubled.min(self.cap);
        let jitter = Duration::try_from_secs_f64(longest.as_secs_f64() * fastrand::f64());
        Some(failure.retry_after().saturating_add(jitter.unwrap_or(longest)))
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn waits_are_random_and_grow_to_the_cap() {
        let policy = RetryPolicy::new().attempts(60).base(SECOND).cap(5 * SECOND);
        for (attempts, longest) in [(1, 1), (2, 2), (3, 4), (4, 5), (59, 5)] {
            let waits = (0..1000).map(|_| policy.wait(attempts, &Failure::NotSent).unwrap());
            let (least, most) = waits
                .fold((Duration::MAX, Duration::ZERO), |(least, most), wait| {
                    (least.min(wait), most.max(wait))
                });
            assert!(most <= longest * SECOND && most > longest * SECOND * 9 / 10, "{most:?}");
            assert!(least < longest * SECOND / 10, "{least:?}");
        }
    }

    #[test]
    fn the_last_attempt_is_followed_by_none() {
        assert!(RetryPolicy::new().wait(2, &Failure::Lost).is_some());
        assert!(RetryPolicy::new().wait(3, &Failure::Lost).is_none());
        assert!(RetryPolicy::never().wait(1, &Failure::NotSent).is_none());
        assert!(RetryPolicy::new().attempts(0).wait(1, &Failure::NotSent).is_none());
    }

    #[test]
    fn absurd_settings_are_no_overflow() {
        let policy = RetryPolicy::new().attempts(u32::MAX).base(Duration::MAX).cap(SECOND);
        assert!(policy.wait(u32::MAX - 1, &Failure::Busy(SECOND)).unwrap() <= 2 * SECOND);
        assert!(policy.wait(1, &Failure::Busy(Duration::MAX)).unwrap() == Duration::MAX);
    }
}
