//! `cargo xtask package`: do the packages stand alone?

mod alone;
mod archive;
mod oldest;

use anstream::println;
use clap::Args;

use crate::place::Place;
use crate::progress::Progress;
use crate::workspace::{PUBLISHED, Workspace};
use crate::{Outcome, cargo};
use alone::Alone;

/// Packages the crates, unpacks them far from the workspace, and builds them there.
///
/// Each is checked without features, with each feature by itself and with all, on this Rust and on
/// the oldest that it promises; then its examples are run and its documentation is written.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask package
  cargo xtask package --allow-dirty     # with what is not committed yet
  cargo xtask package --quick           # without features and with all, no more")]
pub struct Arguments {
    /// Package what is not committed, too.
    #[arg(long)]
    allow_dirty: bool,
    /// Check without features and with all of them, and leave out everything else.
    #[arg(long)]
    quick: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    let project = place.project();
    let workspace = Workspace::read(&project)?;
    progress.step("Packaging");
    pack(arguments, place)?;
    let packages = workspace.published()?;
    let folder = archive::unpack(&workspace, &packages)?;
    for package in &packages {
        archive::inspect(&folder.path().join(package.stem()))?;
    }
    for package in &packages {
        let target = workspace.target_directory.join("packages");
        let alone = Alone {
            package,
            packages: &packages,
            folder: folder.path(),
            target,
            progress: &progress,
        };
        if arguments.quick { alone.check_quickly() } else { alone.check() }?;
    }
    println!("the packages stand alone: {}", PUBLISHED.join(", "));
    Ok(Outcome::Clean)
}

/// All at once: cargo then takes one for a dependency of the other before it is published.
fn pack(arguments: &Arguments, place: &Place) -> anyhow::Result<()> {
    let mut command = cargo::cargo(&place.project(), &["package", "--locked", "--no-verify"]);
    for name in PUBLISHED {
        command.args(["--package", name]);
    }
    if arguments.allow_dirty {
        command.arg("--allow-dirty");
    }
    cargo::run(&mut command)
}
