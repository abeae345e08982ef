//! `cargo xtask bench`: how fast, beside other generators.

mod calls;
mod compile;
mod generation;
mod goal;
mod growth;
mod machine;
mod markdown;
mod median;
mod peers;
mod plot;
mod results;

use clap::{Args, Subcommand};

use crate::Outcome;
use crate::place::Place;

/// Measures this generator beside others, and the crate that it writes; rivals take turns in one run.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Calls(calls::Arguments),
    Compile(compile::Arguments),
    Generation(generation::Arguments),
    Growth(growth::Arguments),
    Peers(peers::Arguments),
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    match &arguments.command {
        Command::Calls(calls) => calls::run(calls, place),
        Command::Compile(compile) => compile::run(compile, place),
        Command::Generation(generation) => generation::run(generation, place),
        Command::Growth(growth) => growth::run(growth, place),
        Command::Peers(peers) => peers::run(peers, place),
    }
}
