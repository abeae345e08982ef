//! `cargo xtask fake`: builds and starts the fake server.

use std::ffi::OsString;

use anyhow::Context;
use clap::Args;

use crate::cargo;
use crate::outcome::Outcome;
use crate::project_paths::ProjectPaths;

/// Starts a server that behaves like PortOne V1, or runs a command with one beside it.
///
/// The server is a program of its own, which is built on first use. With a command, it listens on a free
/// port, which the command finds in PORTONE_BASE_URL, and stops with the command.
#[derive(Debug, Args)]
#[command(after_help = "\
Options of the server:
      --port <PORT>          port; 0 is any free port
      --host <ADDRESS>       address to listen at
      --imp-key <KEY>        accepted key
      --imp-secret <SECRET>  accepted secret
      --clock-at <SECOND>    stop the clock at a Unix time
      --kill-seed <SEED>     kill the command at points of its requests, and start it again after each
  -q, --quiet                do not log requests

Examples:
  cargo xtask fake --port 8080
  cargo xtask fake -- cargo run --bin quickstart
  cargo xtask fake --kill-seed 7 -- target/debug/journal

Exit codes: the one of the command; 2 if the server cannot start.")]
pub struct FakeArguments {
    /// Options of the server.
    #[arg(allow_hyphen_values = true, value_name = "OPTIONS")]
    options: Vec<OsString>,
    /// Command to run with the server beside it.
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<OsString>,
}

/// Runs the command.
pub fn run(arguments: &FakeArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let words = ["run", "--locked", "--package", "portone-v1-fake", "--"];
    let mut server = cargo::cargo(&paths.project(), &words);
    server.args(&arguments.options);
    // After options, the separator is one of them.
    if !arguments.command.is_empty() {
        server.arg("--").args(&arguments.command);
    }
    let status = server.status().context("`cargo run` cannot be run")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(Outcome::Findings, Outcome::Exited))
}
