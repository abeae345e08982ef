//! The order in which generators are timed.

use std::time::Duration;

use fastrand::Rng;

use super::generator::Generator;
use crate::progress::Progress;

/// The limit between fast and slow generators.
const SLOW: Duration = Duration::from_secs(1);

/// The times of each generator in each round. The first call warms up and shows who is slow: slow
/// generators have rounds of their own, since they leave a hot and throttled processor behind.
pub fn time_all(
    generators: &[Generator<'_>],
    rounds: u32,
    progress: &Progress,
) -> anyhow::Result<Vec<Vec<Duration>>> {
    progress.step("Warming up");
    let warm = generators.iter().map(Generator::time).collect::<anyhow::Result<Vec<_>>>()?;
    let (slow, fast): (Vec<_>, Vec<_>) =
        (0..generators.len()).partition(|&index| warm[index] > SLOW);
    let mut times = vec![Vec::new(); generators.len()];
    // The order differs in each round, and is the same in each run.
    let mut random = Rng::with_seed(1);
    for (group, mut order) in [("fast", fast), ("slow", slow)] {
        for round in 1..=rounds {
            progress.step(&format!("Round {round} of {rounds}, {group} generators"));
            random.shuffle(&mut order);
            for &index in &order {
                times[index].push(generators[index].time()?);
            }
        }
    }
    Ok(times)
}
