//! `cargo xtask bench generation`: from the schema to a crate.

mod contest;
mod edit;
mod report;

use clap::Args;

use super::machine;
use super::results::Results;
use crate::Outcome;
use crate::place::Place;
use crate::progress::Progress;
use contest::Contest;

/// Times a release build of `generate` beside every other generator, each as a whole process, and
/// writes table and plot into `bench/`.
///
/// Each round calls them one after the other, so that all meet the same machine; the ratios are
/// taken within a round. The first time installs the others, which takes some minutes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask bench generation
  cargo xtask bench generation --rounds 30
  cargo xtask bench generation --dry-run    # print the table and write nothing")]
pub struct Arguments {
    /// How often each is called.
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    let contest = Contest::prepare(place, &progress)?;
    let results = contest.run(arguments.rounds, &progress)?;
    let results = Results {
        name: "generation",
        text: report::table(&results, &machine::described(place)?, arguments.rounds),
        goals: report::goals(&results),
        plot: report::plot(&results)?,
    };
    results.tell(place, arguments.dry_run)
}
