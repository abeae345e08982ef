//! `cargo xtask bench calls`: what a call costs.

use anstream::print;
use clap::Args;

use super::{machine, page};
use crate::Outcome;
use crate::cargo::{self, cargo};
use crate::place::Place;
use crate::progress::Progress;

/// Measures calls of the client beside a caller written by hand, and writes `bench/calls.md`.
///
/// Both call a server on loopback by turns: time of a call, time to read a page of payments, what a
/// call allocates, and what ten thousand calls hold that wait at once.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask bench calls
  cargo xtask bench calls --dry-run     # print the tables and write nothing
  cargo bench -p portone-v1-bench --bench time")]
pub struct Arguments {
    /// Write nothing.
    #[arg(long)]
    dry_run: bool,
}

const BENCHMARKS: [&str; 2] = ["time", "memory"];

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let (project, progress) = (place.project(), Progress::start());
    let mut text = machine::described(place)? + "\n";
    for name in BENCHMARKS {
        progress.step(&format!("cargo bench -p portone-v1-bench --bench {name}"));
        let call = ["bench", "--quiet", "--package", "portone-v1-bench", "--bench", name];
        let output = cargo::read(&mut cargo(&project, &call))?;
        text.push('\n');
        text.push_str(&String::from_utf8_lossy(&output.stdout));
    }
    print!("{text}");
    if !arguments.dry_run {
        page::put(place, "calls.md", "calls", &text)?;
    }
    Ok(Outcome::Clean)
}
