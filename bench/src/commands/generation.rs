//! `cargo measure generation`: measures the time from the schema to a crate.

mod contenders;
mod generator;
mod report;
mod rounds;

use clap::Args;

use crate::page::machine;
use crate::page::results::Results;
use crate::progress::Progress;
use crate::project::Project;
use contenders::Contenders;

/// Compares a release build of `cargo xtask generate` with the other generators, each as a whole
/// process, and writes table and plot to `bench/`.
///
/// Each round calls all of them once, so that the load of the machine affects all alike; ratios are
/// taken within a round. The first run installs the others, which takes some minutes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo measure generation
  cargo measure generation --rounds 30
  cargo measure generation --dry-run    # print the table and write nothing")]
pub struct GenerationArguments {
    /// Calls of each generator.
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Print the table and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
pub fn run(arguments: &GenerationArguments, project: &Project) -> anyhow::Result<()> {
    let progress = Progress::start();
    let contenders = Contenders::prepare(project, &progress)?;
    let timings = contenders.time(arguments.rounds, &progress)?;
    let results = Results {
        name: "generation",
        text: report::table(&timings, &machine::describe(project)?, arguments.rounds),
        goals: report::goals(&timings),
        plot: report::plot(&timings)?,
    };
    results.publish(project, arguments.dry_run)
}
