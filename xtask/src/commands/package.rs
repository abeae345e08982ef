//! `cargo xtask package`: builds the packages in isolation.

mod archive;
mod isolated_build;
mod msrv;

use anstream::println;
use clap::Args;

use crate::cargo;
use crate::cargo_metadata::{PUBLISHED, Workspace};
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::project_paths::ProjectPaths;
use isolated_build::IsolatedBuild;

/// Packages the crates, unpacks them outside of the workspace, and builds them there.
///
/// Each is checked without features, with each feature alone and with all features, on the current Rust
/// and on its minimum supported version; then its doctests run and its documentation is built.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask package
  cargo xtask package --allow-dirty     # with uncommitted changes
  cargo xtask package --quick           # only without features and with all")]
pub struct PackageArguments {
    /// Include uncommitted changes.
    #[arg(long)]
    allow_dirty: bool,
    /// Check only without features and with all of them.
    #[arg(long)]
    quick: bool,
}

/// Runs the command.
pub fn run(arguments: &PackageArguments, paths: &ProjectPaths) -> anyhow::Result<Outcome> {
    let progress = Progress::start();
    let project = paths.project();
    let workspace = Workspace::read(&project)?;
    progress.step("Packaging");
    pack(arguments, paths)?;
    let packages = workspace.published()?;
    let folder = archive::unpack(&workspace, &packages, &paths.stages())?;
    for package in &packages {
        archive::inspect(&folder.path().join(package.stem()))?;
    }
    for package in &packages {
        let target = workspace.target_directory.join("packages");
        let alone = IsolatedBuild {
            package,
            packages: &packages,
            folder: folder.path(),
            target,
            progress: &progress,
        };
        if arguments.quick { alone.check_quickly() } else { alone.check() }?;
    }
    println!("packages build in isolation: {}", PUBLISHED.map(|(name, _)| name).join(", "));
    Ok(Outcome::Clean)
}

/// Packages all crates in one call, so that cargo resolves unpublished ones among them.
fn pack(arguments: &PackageArguments, paths: &ProjectPaths) -> anyhow::Result<()> {
    let mut command = cargo::cargo(&paths.project(), &["package", "--locked", "--no-verify"]);
    for (name, _) in PUBLISHED {
        command.args(["--package", name]);
    }
    if arguments.allow_dirty {
        command.arg("--allow-dirty");
    }
    cargo::run(&mut command)
}
