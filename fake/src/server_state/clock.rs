//! The server's clock, which tests can advance.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Latest time, the end of the year 9999, so that sums of times never overflow.
const END: Duration = Duration::from_secs(253_402_300_799);

/// Clock that starts at the system time and runs, or is frozen at a given time.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Duration,
    advanced: Duration,
    running_since: Option<Instant>,
}

impl Clock {
    /// Creates a clock that starts at the system time and runs.
    pub fn running() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { start: now, advanced: Duration::ZERO, running_since: Some(Instant::now()) }
    }

    /// Creates a clock that is frozen at this Unix second until it is advanced.
    pub fn frozen_at(second: u64) -> Self {
        let start = Duration::from_secs(second);
        Self { start, advanced: Duration::ZERO, running_since: None }
    }

    /// Returns the time in Unix seconds.
    pub fn now(&self) -> i64 {
        let elapsed = self.running_since.map(|since| since.elapsed()).unwrap_or_default();
        let now = self.start.saturating_add(self.advanced).saturating_add(elapsed).min(END);
        i64::try_from(now.as_secs()).unwrap_or(i64::MAX)
    }

    /// Advances the time.
    pub fn advance(&mut self, time: Duration) {
        self.advanced = self.advanced.saturating_add(time);
    }
}
