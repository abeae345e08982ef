//! How long a whole call may take.

use std::time::{Duration, Instant};

/// A point in time that nothing of a call outlives.
#[derive(Clone, Copy)]
pub(crate) struct Deadline {
    begun: Instant,
    whole: Duration,
}

impl Deadline {
    pub(crate) fn after(whole: Duration) -> Self {
        Self { begun: Instant::now(), whole }
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    pub(crate) fn remaining(&self) -> Duration {
        self.whole.saturating_sub(self.elapsed())
    }
}
