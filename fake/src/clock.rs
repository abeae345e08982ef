//! The server's own time, which tests move.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// The end of the year 9999: sums with times before it never overflow.
const END: Duration = Duration::from_secs(253_402_300_799);

/// Begins with the time of the machine, or where it was told to, and goes on from there.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    began: Duration,
    moved: Duration,
    running_since: Option<Instant>,
}

impl Clock {
    /// Goes with the time of the machine.
    pub fn running() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { began: now, moved: Duration::ZERO, running_since: Some(Instant::now()) }
    }

    /// Stands at this second until it is moved.
    pub fn standing_at(second: u64) -> Self {
        let began = Duration::from_secs(second);
        Self { began, moved: Duration::ZERO, running_since: None }
    }

    /// Unix seconds.
    pub fn now(&self) -> i64 {
        let passed = self.running_since.map(|since| since.elapsed()).unwrap_or_default();
        let now = self.began.saturating_add(self.moved).saturating_add(passed).min(END);
        i64::try_from(now.as_secs()).unwrap_or(i64::MAX)
    }

    /// Lets this much time pass at once.
    pub fn advance(&mut self, time: Duration) {
        self.moved = self.moved.saturating_add(time);
    }
}
