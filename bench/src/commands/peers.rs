//! `cargo measure peers`: generates the crates of the other generators.

use std::process::ExitCode;

use anstream::println;
use clap::Args;

use crate::peers::{ALL, Workspace};
use crate::progress::Progress;
use crate::project::Project;

/// Installs the other generators, and lets each generate its crate into `target/peers/NAME`.
///
/// They come from crates.io and PyPI, in the versions of bench/src/peers/list.rs; the first run takes
/// some minutes. A generator that cannot be installed or cannot read the document is reported and
/// skipped.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo measure peers
  cargo check --manifest-path target/peers/progenitor/Cargo.toml

Exit codes: 0 all crates are generated, 1 some are not, 2 none could be generated.")]
pub struct PeersArguments {}

/// Runs the command.
pub fn run(project: &Project) -> anyhow::Result<ExitCode> {
    let progress = Progress::start();
    let workspace = Workspace::prepare(project)?;
    let mut code = ExitCode::SUCCESS;
    for peer in &ALL {
        progress.step(&format!("{} {}", peer.name, peer.version));
        match workspace.install(peer).and_then(|tool| tool.generate()) {
            Ok(folder) => println!("{}", folder.display()),
            Err(problem) => {
                progress.note(&format!("skipped: {problem:#}"));
                code = ExitCode::from(1);
            }
        }
    }
    Ok(code)
}
