//! Times of two subjects measured in turns, so that the load of the machine affects both.

use std::time::{Duration, Instant};

/// The times of two subjects, in pairs.
pub struct PairedTimes(Vec<(Duration, Duration)>);

impl PairedTimes {
    /// Runs both `count` times after a warm-up; they take turns in running first.
    pub fn measure(count: usize, mut ours: impl FnMut(), mut theirs: impl FnMut()) -> Self {
        ours();
        theirs();
        let pair = |index: usize| {
            if index.is_multiple_of(2) {
                let ours = time(&mut ours);
                (ours, time(&mut theirs))
            } else {
                let theirs = time(&mut theirs);
                (time(&mut ours), theirs)
            }
        };
        Self((0..count).map(pair).collect())
    }

    /// The median of ours for one of `by` calls.
    pub fn ours(&self, by: u32) -> Duration {
        Duration::from_secs_f64(self.median(|pair| pair.0.as_secs_f64())) / by
    }

    /// The median of theirs for one of `by` calls.
    pub fn theirs(&self, by: u32) -> Duration {
        Duration::from_secs_f64(self.median(|pair| pair.1.as_secs_f64())) / by
    }

    /// The median of the ratios of the pairs.
    pub fn ratio(&self) -> f64 {
        self.median(|pair| pair.0.as_secs_f64() / pair.1.as_secs_f64())
    }

    fn median(&self, value: impl Fn(&(Duration, Duration)) -> f64) -> f64 {
        let mut values: Vec<f64> = self.0.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    }
}

fn time(work: &mut impl FnMut()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}
