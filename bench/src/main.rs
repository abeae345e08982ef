//! Benchmarks of this project and of other generators; the results are written to `bench/README.md`.

#[path = "../../xtask/src/cargo.rs"]
mod cargo;
mod commands;
mod median;
mod page;
mod peers;
mod plot;
#[path = "../../xtask/src/progress.rs"]
mod progress;
mod project;
mod rust_files;

use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::{Parser, Subcommand};

use commands::{calls, compile, generation, growth, journal, peers as obtain_peers};
use project::Project;

/// Compares the generator and its crate with others.
#[derive(Debug, Parser)]
#[command(name = "cargo measure", bin_name = "cargo measure", disable_help_subcommand = true)]
#[command(after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  success
  1  some of the other generators are not available
  2  the command failed";

#[derive(Debug, Subcommand)]
enum Command {
    Calls(calls::CallsArguments),
    Compile(compile::CompileArguments),
    Generation(generation::GenerationArguments),
    Growth(growth::GrowthArguments),
    Journal(journal::JournalArguments),
    Peers(obtain_peers::PeersArguments),
}

const ERROR: Style = AnsiColor::Red.on_default().bold();

fn main() -> ExitCode {
    run(&Arguments::parse().command).unwrap_or_else(|error| {
        anstream::eprintln!("{ERROR}error:{ERROR:#} {error:#}");
        ExitCode::from(2)
    })
}

fn run(command: &Command) -> anyhow::Result<ExitCode> {
    let project = Project::read()?;
    match command {
        Command::Calls(arguments) => calls::run(arguments, &project)?,
        Command::Compile(arguments) => compile::run(arguments, &project)?,
        Command::Generation(arguments) => generation::run(arguments, &project)?,
        Command::Growth(arguments) => growth::run(arguments, &project)?,
        Command::Journal(arguments) => journal::run(arguments, &project)?,
        Command::Peers(_) => return obtain_peers::run(&project),
    }
    Ok(ExitCode::SUCCESS)
}
