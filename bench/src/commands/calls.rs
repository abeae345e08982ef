//! `cargo measure calls`: measures the cost of a call.

use clap::Args;

use crate::cargo;
use crate::page::goal::Goal;
use crate::page::results::Results;
use crate::page::{machine, markdown};
use crate::plot::{Bar, Bars, Scale};
use crate::progress::Progress;
use crate::project::Project;

/// Compares calls with a hand-written client, and writes tables and plot to `bench/`.
///
/// Both clients call a server on loopback in turns: the time of a call, the time to parse a page of
/// payments, the allocations of a call, and the memory of ten thousand calls in flight.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo measure calls
  cargo measure calls --dry-run     # print the tables and write nothing
  cargo bench --manifest-path bench/Cargo.toml -p portone-v1-bench-calls --bench time")]
pub struct CallsArguments {
    /// Print the tables and write nothing.
    #[arg(long)]
    dry_run: bool,
}

const BENCHMARKS: [&str; 2] = ["time", "memory"];
const TITLE: &str = "This client beside others (ratios; less is better, 1 is as good)";

/// Runs the command.
pub fn run(arguments: &CallsArguments, project: &Project) -> anyhow::Result<()> {
    measure(project, "calls", &BENCHMARKS, TITLE)?.publish(project, arguments.dry_run)
}

/// Runs benchmarks of `bench/calls/`.
pub fn measure(
    project: &Project,
    name: &'static str,
    benchmarks: &[&str],
    title: &'static str,
) -> anyhow::Result<Results> {
    let progress = Progress::start();
    let mut text = machine::describe(project)? + "\n";
    for name in benchmarks {
        progress.step(&format!("cargo bench --bench {name}"));
        let output = cargo::read(&mut project.bench("portone-v1-bench-calls", name))?;
        text.push('\n');
        text.push_str(&String::from_utf8_lossy(&output.stdout));
    }
    let comparisons = comparisons(&text)?;
    let goals = comparisons.iter().filter_map(Comparison::goal).collect();
    Ok(Results { name, goals, plot: plot(&comparisons, title)?, text })
}

/// A row of a table of `bench/calls/src/table.rs`.
struct Comparison {
    what: String,
    ours: String,
    other: String,
    theirs: String,
    ratio: f64,
    limit: String,
}

/// The rows of all tables in the output of the benchmarks.
fn comparisons(text: &str) -> anyhow::Result<Vec<Comparison>> {
    let rows = markdown::tables(text).into_iter().flat_map(|table| table.rows);
    rows.map(Comparison::read).collect()
}

fn plot(comparisons: &[Comparison], title: &'static str) -> anyhow::Result<String> {
    let bars = comparisons.iter().map(Comparison::bar).collect();
    Bars { title, scale: Scale::Linear, mark: Some(1.0), bars }.svg()
}

impl Comparison {
    fn read(cells: Vec<String>) -> anyhow::Result<Self> {
        let count = cells.len();
        let cells: [String; 6] =
            cells.try_into().map_err(|_| anyhow::anyhow!("a row of {count} cells"))?;
        let [what, ours, other, theirs, ratio, limit] = cells;
        Ok(Self { what, ours, other, theirs, ratio: ratio.parse()?, limit })
    }

    fn bar(&self) -> Bar {
        let Self { what, other, ratio, .. } = self;
        let label = format!("{what} / {other}");
        Bar { label, value: *ratio, shown: format!("{ratio:.3}"), is_ours: true }
    }

    fn goal(&self) -> Option<Goal> {
        let Self { what, ours, other, theirs, ratio, limit } = self;
        let beside = format!("{theirs} ({other})");
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
        let plot = plot(&comparisons, TITLE)?;
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
    fn other_columns_are_an_error() {
        assert!(comparisons("| a |\n|---|\n| b |\n").is_err());
        assert!(comparisons(&PRINTED.replace("1.034", "?")).is_err());
    }
}
