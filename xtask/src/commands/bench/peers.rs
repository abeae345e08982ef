//! `cargo xtask bench peers`: what the others make of the same API.

use anstream::println;
use clap::Args;

use crate::Outcome;
use crate::peers::{ALL, Ground};
use crate::place::Place;
use crate::progress::Progress;

/// Obtains the other generators, and lets each generate its crate into `target/peers/NAME`.
///
/// They come from crates.io and PyPI, in the versions that bench/README.md names; the first time
/// takes some minutes. One that cannot be had or cannot read the API is named, and left out.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask bench peers
  cargo check --manifest-path target/peers/progenitor/Cargo.toml

Exit codes: 0 all crates are there, 1 some are not, 2 none could be made.")]
pub struct Arguments {}

/// Runs the command.
pub fn run(_: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    let ground = Ground::prepare(place)?;
    let mut outcome = Outcome::Clean;
    for peer in &ALL {
        progress.step(&format!("{} {}", peer.name, peer.version));
        match ground.obtain(peer).and_then(|tool| tool.generate()) {
            Ok(folder) => println!("{}", folder.display()),
            Err(problem) => {
                progress.note(&format!("left out: {problem:#}"));
                outcome = Outcome::Findings;
            }
        }
    }
    Ok(outcome)
}
