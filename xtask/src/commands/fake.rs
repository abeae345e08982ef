//! `cargo xtask fake`: the server, built when it is needed.

use std::ffi::OsString;

use clap::Args;

use crate::place::Place;
use crate::{Outcome, cargo};

/// Starts a server that behaves like PortOne V1, or runs a command with one beside it.
///
/// The server is a program of its own, so that no other command has to wait until it is built.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask fake --port 8080
  cargo xtask fake -- cargo run --bin quickstart
  cargo xtask fake --help               # what the server can be told")]
#[command(disable_help_flag = true)]
pub struct Arguments {
    /// What the server is told.
    #[arg(allow_hyphen_values = true, value_name = "OPTIONS")]
    options: Vec<OsString>,
    /// A command to run with the server beside it.
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<OsString>,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let words = ["run", "--locked", "--package", "portone-v1-fake", "--"];
    let mut server = cargo::cargo(&place.project(), &words);
    server.args(&arguments.options).arg("--").args(&arguments.command);
    cargo::end_as(&mut server)
}
