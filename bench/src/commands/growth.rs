//! `cargo measure growth`: measures how the time of each stage of the generator grows.

use anyhow::{Context, anyhow};
use clap::Args;

use crate::cargo;
use crate::page::goal::Goal;
use crate::page::machine;
use crate::page::markdown::tables;
use crate::page::results::Results;
use crate::plot::{Curve, Curves};
use crate::progress::Progress;
use crate::project::Project;

/// Times each stage of the generator on the schema and on 10 and 100 copies of it, and writes table
/// and plot to `bench/`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo measure growth
  cargo measure growth --dry-run    # print the table and write nothing

Every stage with the spread of its times:
  cargo bench --manifest-path bench/Cargo.toml -p portone-v1-bench-stages")]
pub struct GrowthArguments {
    /// Print the table and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// The exponent of time over size; a little over 1, since more data misses the caches of the processor.
const GOAL: &str = "≤ 1.1";

/// The name of the whole pipeline in the table.
const WHOLE: &str = "whole";

/// Runs the command.
pub fn run(arguments: &GrowthArguments, project: &Project) -> anyhow::Result<()> {
    let progress = Progress::start();
    progress.step("cargo bench --bench stages -- growth");
    let mut bench = project.bench("portone-v1-bench-stages", "stages");
    let output = cargo::read(bench.args(["--", "growth"]))?;
    let growth = Growth::read(&String::from_utf8_lossy(&output.stdout))?;
    let results = Results {
        name: "growth",
        text: format!("{}\n\n{}", machine::describe(project)?, growth.printed),
        goals: growth.goals()?,
        plot: growth.plot()?,
    };
    results.publish(project, arguments.dry_run)
}

/// The output of the benchmark.
struct Growth {
    printed: String,
    /// The number of operations of the API.
    sizes: Vec<f64>,
    stages: Vec<Stage>,
}

struct Stage {
    name: String,
    /// Operations per second, for each size.
    rates: Vec<f64>,
    exponent: f64,
}

impl Growth {
    fn read(printed: &str) -> anyhow::Result<Self> {
        let tables = tables(printed);
        let table = tables.first().ok_or_else(|| anyhow!("the benchmark prints no table"))?;
        let lines = printed.lines().filter(|line| line.starts_with('|'));
        Ok(Self {
            printed: lines.flat_map(|line| [line, "\n"]).collect(),
            sizes: numbers(between_ends(&table.head)?)?,
            stages: table.rows.iter().map(|cells| Stage::read(cells)).collect::<Result<_, _>>()?,
        })
    }

    fn goals(&self) -> anyhow::Result<Vec<Goal>> {
        let whole = self.stages.iter().find(|stage| stage.name == WHOLE);
        let whole = whole.with_context(|| format!("the benchmark measures no `{WHOLE}`"))?;
        Ok(vec![Goal {
            what: "time over size, exponent of all stages together".to_owned(),
            ours: whole.name.clone(),
            beside: "in proportion (1)".to_owned(),
            ratio: whole.exponent,
            limit: GOAL.to_owned(),
        }])
    }

    fn plot(&self) -> anyhow::Result<String> {
        let curve = |stage: &Stage| {
            let times =
                self.sizes.iter().zip(&stage.rates).map(|(size, rate)| size / rate * 1000.0);
            Curve {
                label: format!("{} ({:.2})", stage.name, stage.exponent),
                points: self.sizes.iter().copied().zip(times).collect(),
            }
        };
        let title = "Time of each stage over the size of the schema, and its exponent";
        let axes = ["operations of the API", "milliseconds"];
        Curves { title, axes, curves: self.stages.iter().map(curve).collect() }.svg()
    }
}

impl Stage {
    fn read(cells: &[String]) -> anyhow::Result<Self> {
        let (Some(name), Some(exponent)) = (cells.first(), cells.last()) else {
            return Err(anyhow!("a row without cells"));
        };
        let (name, exponent) = (name.clone(), number(exponent)?);
        Ok(Self { name, rates: numbers(between_ends(cells)?)?, exponent })
    }
}

/// The cells between the name and the exponent.
fn between_ends(cells: &[String]) -> anyhow::Result<&[String]> {
    match cells {
        [_, inner @ .., _] => Ok(inner),
        _ => Err(anyhow!("a row of {} cells", cells.len())),
    }
}

fn numbers(cells: &[String]) -> anyhow::Result<Vec<f64>> {
    cells.iter().map(|cell| number(cell)).collect()
}

/// The first word, as in `85 operations`.
fn number(cell: &str) -> anyhow::Result<f64> {
    let word = cell.split(' ').next().unwrap_or_default();
    word.parse().with_context(|| format!("`{cell}` is not a number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
Timer precision: 20 ns

| operations per second | 85 operations | 8500 operations | exponent |
|---|--:|--:|--:|
|      parse |      85000 |      85000 |     1.00 |
|      whole |      42500 |      17000 |     1.20 |
";

    #[test]
    fn the_table_stays_as_it_is_printed() -> anyhow::Result<()> {
        let growth = Growth::read(PRINTED)?;
        assert!(PRINTED.ends_with(&growth.printed) && growth.printed.starts_with("| operations"));
        assert!(growth.plot()?.contains("whole (1.20)"));
        Ok(())
    }

    #[test]
    fn all_stages_together_have_to_reach_the_goal() -> anyhow::Result<()> {
        let goals = Growth::read(PRINTED)?.goals()?;
        let exponents: Vec<f64> = goals.iter().map(|goal| goal.ratio).collect();
        assert_eq!(exponents, [1.2]);
        assert!(Growth::read(&PRINTED.replace("whole", "write"))?.goals().is_err());
        Ok(())
    }

    #[test]
    fn other_output_is_an_error() {
        assert!(Growth::read("").is_err());
        assert!(Growth::read(&PRINTED.replace("1.20", "steep")).is_err());
        assert!(Growth::read(&PRINTED.replace("85 op", "all op")).is_err());
    }
}
