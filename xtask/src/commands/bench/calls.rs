//! `cargo xtask bench calls`: what a call costs.

use clap::Args;

use super::goal::Goal;
use super::plot::{Bar, Bars, Scale};
use super::results::Results;
use super::{machine, markdown};
use crate::Outcome;
use crate::cargo::{self, cargo};
use crate::place::Place;
use crate::progress::Progress;

/// Measures calls of the client beside a caller written by hand, and writes table and plot into
/// `bench/`.
///
/// Both call a server on loopback by turns: time of a call, time to read a page of payments, what a
/// call allocates, and what ten thousand calls hold that wait at once.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask bench calls
  cargo xtask bench calls --dry-run     # print the tables and write nothing
  cargo bench -p portone-v1-bench --bench time")]
pub struct Arguments {
    /// Write nothing.
    #[arg(long)]
    dry_run: bool,
}

const BENCHMARKS: [&str; 2] = ["time", "memory"];

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let (project, progress) = (place.project(), Progress::start());
    let mut text = machine::described(place)? + "\n";
    for name in BENCHMARKS {
        progress.step(&format!("cargo bench -p portone-v1-bench --bench {name}"));
        let call = ["bench", "--quiet", "--package", "portone-v1-bench", "--bench", name];
        let output = cargo::read(&mut cargo(&project, &call))?;
        text.push('\n');
        text.push_str(&String::from_utf8_lossy(&output.stdout));
    }
    let comparisons = comparisons(&text)?;
    let goals = comparisons.iter().filter_map(Comparison::goal).collect();
    let results = Results { name: "calls", goals, plot: plot(&comparisons)?, text };
    results.tell(place, arguments.dry_run)
}

/// A row of a table.
struct Comparison {
    what: String,
    ours: String,
    rival: String,
    theirs: String,
    ratio: f64,
    limit: String,
}

/// Those that the benchmarks have printed, in the columns of `bench/src/table.rs`.
fn comparisons(text: &str) -> anyhow::Result<Vec<Comparison>> {
    let rows = markdown::tables(text).into_iter().flat_map(|table| table.rows);
    rows.map(Comparison::read).collect()
}

fn plot(comparisons: &[Comparison]) -> anyhow::Result<String> {
    let bars = comparisons.iter().map(Comparison::bar).collect();
    let title = "This client beside others (ratios; less is better, 1 is as good)";
    Bars { title, scale: Scale::Linear, mark: Some(1.0), bars }.svg()
}

impl Comparison {
    fn read(cells: Vec<String>) -> anyhow::Result<Self> {
        let count = cells.len();
        let cells: [String; 6] =
            cells.try_into().map_err(|_| anyhow::anyhow!("a row of {count} cells"))?;
        let [what, ours, rival, theirs, ratio, limit] = cells;
        Ok(Self { what, ours, rival, theirs, ratio: ratio.parse()?, limit })
    }

    fn bar(&self) -> Bar {
        let Self { what, rival, ratio, .. } = self;
        let label = format!("{what} / {rival}");
        Bar { label, value: *ratio, shown: format!("{ratio:.3}"), is_ours: true }
    }

    fn goal(&self) -> Option<Goal> {
        let Self { what, ours, rival, theirs, ratio, limit } = self;
        let beside = format!("{theirs} ({rival})");
        let (what, ours, limit) = (what.clone(), ours.clone(), limit.clone());
        (!limit.is_empty()).then_some(Goal { what, ours, beside, ratio: *ratio, limit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
| | this client | beside | | ratio | goal |
|---|--:|---|--:|--:|--:|
| one call | 103.0 µs | by hand | 100.0 µs | 1.034 | ≤ 1.03 |

| | this client | beside | | ratio | goal |
|---|--:|---|--:|--:|--:|
| allocations of a call | 71 | by hand | 68 | 1.044 | |
";

    #[test]
    fn every_row_has_a_bar_and_some_have_a_goal() -> anyhow::Result<()> {
        let comparisons = comparisons(PRINTED)?;
        let plot = plot(&comparisons)?;
        for text in ["one call / by hand", "1.034", "allocations of a call / by hand", "1.044"] {
            assert!(plot.contains(text), "{text}");
        }
        let goals: Vec<_> = comparisons.iter().filter_map(Comparison::goal).collect();
        let cells =
            ["x", "one call", "103.0 µs", "100.0 µs (by hand)", "1.034", "≤ 1.03", "**missed**"];
        assert_eq!(goals.iter().map(|goal| goal.cells("x")).collect::<Vec<_>>(), [cells]);
        Ok(())
    }

    #[test]
    fn other_columns_are_no_comparison() {
        assert!(comparisons("| a |\n|---|\n| b |\n").is_err());
        assert!(comparisons(&PRINTED.replace("1.034", "?")).is_err());
    }
}
