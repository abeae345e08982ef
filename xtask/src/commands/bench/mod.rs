//! `cargo xtask bench`: how fast, beside other generators.

mod generation;
mod machine;
mod page;
mod peers;
mod plot;

use clap::{Args, Subcommand};

use crate::Outcome;
use crate::place::Place;

/// Measures this generator beside others, on the same API and in one run.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Generation(generation::Arguments),
    Peers(peers::Arguments),
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    match &arguments.command {
        Command::Generation(generation) => generation::run(generation, place),
        Command::Peers(peers) => peers::run(peers, place),
    }
}
