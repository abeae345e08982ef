//! Rustdoc's descriptions of crates.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use super::checkout::Checkout;
use crate::cargo;
use crate::cargo_metadata::{PUBLISHED, Workspace};

/// The features that a crate is described with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Features {
    /// All of them.
    All,
    /// Those that programs have without a choice.
    Default,
}

impl Features {
    /// Both choices.
    pub const BOTH: [Self; 2] = [Self::All, Self::Default];
}

/// The descriptions of the crates of one side, as JSON files.
pub struct Descriptions {
    folder: PathBuf,
}

impl Descriptions {
    /// Describes crates of a checkout, in a target folder that both sides share for their dependencies.
    pub fn write(
        checkout: &Checkout,
        packages: &[&str],
        side: &str,
        target: &Path,
    ) -> anyhow::Result<Self> {
        let descriptions = Self { folder: target.join(side) };
        fs::create_dir_all(&descriptions.folder)?;
        forget(checkout, target)?;
        for package in packages {
            for features in Features::BOTH {
                let failed = || format!("{package} at {} cannot be compiled", checkout.name);
                let json = describe(checkout, package, features, target).with_context(failed)?;
                let path = descriptions.path(package, features);
                fs::copy(&json, &path)
                    .with_context(|| format!("{} cannot be written", path.display()))?;
            }
        }
        Ok(descriptions)
    }

    /// The path of a description.
    pub fn path(&self, package: &str, features: Features) -> PathBuf {
        self.folder.join(format!("{package}-{features:?}.json"))
    }
}

/// Removes what was compiled of the published crates. Cargo knows a crate by its path within the workspace, so it takes
/// that of another checkout for the same one if the files are older.
fn forget(checkout: &Checkout, target: &Path) -> anyhow::Result<()> {
    let workspace = Workspace::read(&checkout.folder)?;
    let mut command = cargo_in(checkout, "clean", target);
    for (name, _) in PUBLISHED.iter().filter(|(name, _)| workspace.find(name).is_some()) {
        command.args(["--package", name]);
    }
    cargo::read(&mut command).map(drop)
}

fn describe(
    checkout: &Checkout,
    package: &str,
    features: Features,
    target: &Path,
) -> anyhow::Result<PathBuf> {
    let mut command = cargo_in(checkout, "rustdoc", target);
    command.args(["--lib", "--package", package]);
    if features == Features::All {
        command.arg("--all-features");
    }
    command.args(["--", "-Zunstable-options", "--output-format", "json", "--cap-lints", "allow"]);
    // The format is not stable yet, and every toolchain has it.
    command.env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTDOCFLAGS").env_remove("CARGO_BUILD_TARGET");
    cargo::read(&mut command)?;
    Ok(target.join("doc").join(format!("{}.json", package.replace('-', "_"))))
}

fn cargo_in(checkout: &Checkout, subcommand: &str, target: &Path) -> Command {
    let mut command = cargo::cargo(&checkout.folder, &[subcommand, "--quiet"]);
    if checkout.commit.is_none() {
        // The lock file of the working tree must not change.
        command.arg("--locked");
    }
    command.arg("--target-dir").arg(target);
    command
}
