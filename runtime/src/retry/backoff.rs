//! Exponential backoff.

use std::time::Duration;

/// The longest delay after this many attempts: the initial one, doubled with each further attempt up to the
/// maximum.
pub(crate) fn exponential_delay(initial: Duration, max: Duration, attempts: u32) -> Duration {
    let factor = 2_u32.saturating_pow(attempts.saturating_sub(1));
    initial.saturating_mul(factor).min(max)
}
