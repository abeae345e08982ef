//! `cargo xtask bench`: how fast, beside other generators.

mod peers;

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
    Peers(peers::Arguments),
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    match &arguments.command {
        Command::Peers(peers) => peers::run(peers, place),
    }
}
