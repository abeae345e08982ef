//! Two rivals measured in turns, so that whatever else the machine does, it does to both.

use std::time::{Duration, Instant};

/// The times of two rivals, in pairs.
pub struct Pairs(Vec<(Duration, Duration)>);

impl Pairs {
    /// Runs both this often, after once that does not count; they take turns in beginning.
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

    /// The median of ours, divided by so many.
    pub fn ours(&self, by: u32) -> Duration {
        Duration::from_secs_f64(self.median(|pair| pair.0.as_secs_f64())) / by
    }

    /// The median of theirs, divided by so many.
    pub fn theirs(&self, by: u32) -> Duration {
        Duration::from_secs_f64(self.median(|pair| pair.1.as_secs_f64())) / by
    }

    /// The median of ours to theirs, each pair by itself.
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
