//! Random kills, reproducible by their seed.

use std::time::Duration;

use super::kill::{Kill, KillMoment};

/// Default for the highest request at which a process is killed.
const REQUESTS: u64 = 8;

/// Default for the highest number of kills.
const TIMES: u64 = 3;

/// Maximum time between a response and a kill, in microseconds: long enough for a program to record
/// the response and to begin the next request.
const AFTER_RESPONSE: u64 = 5_000;

/// Maximum time between a start and the execution of a request that was sent before it, in
/// microseconds.
const OVERTAKEN: u64 = 30_000;

/// Random points at which a process is killed, each after another start.
///
/// The same seed produces the same points. Times depend on the machine, too.
#[derive(Clone, Debug)]
#[must_use]
pub struct Kills {
    rng: fastrand::Rng,
    requests: u64,
    times: u64,
}

impl Kills {
    /// Creates a random number of kills, three at most, each at one of the first eight requests.
    pub fn seeded(seed: u64) -> Self {
        let mut rng = fastrand::Rng::with_seed(seed);
        let times = rng.u64(1..=TIMES);
        Self { rng, requests: REQUESTS, times }
    }

    /// Sets the number of kills.
    pub fn times(mut self, times: u64) -> Self {
        self.times = times;
        self
    }

    /// Kills at one of this many first requests.
    pub fn within(mut self, requests: u64) -> Self {
        self.requests = requests.max(1);
        self
    }

    fn moment(&mut self) -> KillMoment {
        match self.rng.u8(0..8) {
            0 => KillMoment::Received,
            1 => KillMoment::Overtaken(Duration::from_micros(self.rng.u64(..OVERTAKEN))),
            2 | 3 => KillMoment::Executed,
            _ => KillMoment::Answered(Duration::from_micros(self.rng.u64(..AFTER_RESPONSE))),
        }
    }
}

impl Iterator for Kills {
    type Item = Kill;

    fn next(&mut self) -> Option<Kill> {
        self.times = self.times.checked_sub(1)?;
        let request = self.rng.u64(1..=self.requests);
        Some(Kill::new(request, self.moment()))
    }
}
