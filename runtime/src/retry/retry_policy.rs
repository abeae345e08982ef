//! The retry policy: the number of attempts, and exponential backoff with jitter.

use std::time::Duration;

use super::backoff::exponential_delay;
use super::retryable_failure::RetryableFailure;

/// The number of attempts of a call, and the delays between them.
///
/// A policy does not decide which requests are retried:
///
/// - An idempotent operation is retried after a failed connection, a timeout, an incomplete response,
///   and the statuses 429, 500, 502, 503 and 504.
/// - Any other operation is retried only if there was no connection, so that nothing was sent.
/// - After a 401, a request is sent once more with a new token, under every policy: the server
///   rejected it before doing anything.
///
/// Delays are exponential backoff with full jitter: a random time up to
/// [`initial_delay`](Self::initial_delay), doubled with each attempt up to
/// [`max_delay`](Self::max_delay). A `Retry-After` of the server is added to it. A delay that would
/// exceed the deadline ends the call.
///
/// All calls of a client share one retry budget (a token bucket), so that retries do not add to the
/// load of a failing server: a retry costs 5 of 500, and a response refills 1. Once it is exhausted,
/// at most one in six requests is a retry.
#[derive(Clone, Debug)]
pub struct RetryPolicy {
    max_attempts: u32,
    initial_delay: Duration,
    max_delay: Duration,
}

impl RetryPolicy {
    /// Creates the default policy: three attempts, an initial delay of up to 250 milliseconds, a
    /// maximum of 8 seconds.
    pub fn new() -> Self {
        Self {
            max_attempts: 3,
            initial_delay: Duration::from_millis(250),
            max_delay: Duration::from_secs(8),
        }
    }

    /// Creates a policy of one attempt.
    pub fn never() -> Self {
        Self::new().max_attempts(1)
    }

    /// Sets the maximum number of attempts; 0 is 1. The one after a 401 is not counted.
    #[must_use]
    pub fn max_attempts(mut self, max_attempts: u32) -> Self {
        self.max_attempts = max_attempts;
        self
    }

    /// Sets the maximum delay before the second attempt.
    #[must_use]
    pub fn initial_delay(mut self, initial_delay: Duration) -> Self {
        self.initial_delay = initial_delay;
        self
    }

    /// Sets the maximum delay before any attempt.
    #[must_use]
    pub fn max_delay(mut self, max_delay: Duration) -> Self {
        self.max_delay = max_delay;
        self
    }

    /// The delay before the next attempt after this many; none if there is to be no other.
    pub(crate) fn backoff(&self, attempts: u32, failure: &RetryableFailure) -> Option<Duration> {
        if attempts >= self.max_attempts {
            return None;
        }
        let limit = exponential_delay(self.initial_delay, self.max_delay, attempts);
        let jitter = Duration::try_from_secs_f64(limit.as_secs_f64() * fastrand::f64());
        Some(failure.retry_after().saturating_add(jitter.unwrap_or(limit)))
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
    fn delays_are_random_and_grow_to_the_maximum() {
        let policy =
            RetryPolicy::new().max_attempts(60).initial_delay(SECOND).max_delay(5 * SECOND);
        for (attempts, longest) in [(1, 1), (2, 2), (3, 4), (4, 5), (59, 5)] {
            let delays =
                (0..1000).map(|_| policy.backoff(attempts, &RetryableFailure::NotSent).unwrap());
            let (least, most) = delays
                .fold((Duration::MAX, Duration::ZERO), |(least, most), delay| {
                    (least.min(delay), most.max(delay))
                });
            assert!(most <= longest * SECOND && most > longest * SECOND * 9 / 10, "{most:?}");
            assert!(least < longest * SECOND / 10, "{least:?}");
        }
    }

    #[test]
    fn no_delay_follows_the_last_attempt() {
        assert!(RetryPolicy::new().backoff(2, &RetryableFailure::Lost).is_some());
        assert!(RetryPolicy::new().backoff(3, &RetryableFailure::Lost).is_none());
        assert!(RetryPolicy::never().backoff(1, &RetryableFailure::NotSent).is_none());
        assert!(
            RetryPolicy::new().max_attempts(0).backoff(1, &RetryableFailure::NotSent).is_none()
        );
    }

    #[test]
    fn extreme_values_do_not_overflow() {
        let policy = RetryPolicy::new()
            .max_attempts(u32::MAX)
            .initial_delay(Duration::MAX)
            .max_delay(SECOND);
        assert!(
            policy.backoff(u32::MAX - 1, &RetryableFailure::Busy(SECOND)).unwrap() <= 2 * SECOND
        );
        assert!(
            policy.backoff(1, &RetryableFailure::Busy(Duration::MAX)).unwrap() == Duration::MAX
        );
    }
}
