//! `cargo measure journal`: measures the cost of a journal in a file.

use clap::Args;

use super::calls;
use crate::project::Project;

/// Compares calls with a journal in a file and without one, and writes table and plot to `bench/`.
///
/// Refunds one after the other and at once, the disk alone, and reads, which do not use the journal.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo measure journal
  cargo measure journal --dry-run   # print the table and write nothing
  cargo bench --manifest-path bench/Cargo.toml -p portone-v1-bench-calls --bench journal")]
pub struct JournalArguments {
    /// Print the table and write nothing.
    #[arg(long)]
    dry_run: bool,
}

const TITLE: &str = "Calls with a journal in a file beside others (ratios; 1 is as good)";

/// Runs the command.
pub fn run(arguments: &JournalArguments, project: &Project) -> anyhow::Result<()> {
    calls::measure(project, "journal", &["journal"], TITLE)?.publish(project, arguments.dry_run)
}
