//! A package by itself, as somebody gets it from crates.io.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::oldest;
use crate::cargo;
use crate::progress::Progress;
use crate::workspace::Package;

const NOTHING: [&str; 1] = ["--no-default-features"];
const EVERYTHING: [&str; 1] = ["--all-features"];

/// An unpacked package, with those that it may depend on beside it.
pub struct Alone<'p> {
    /// The package.
    pub package: &'p Package,
    /// All packages.
    pub packages: &'p [&'p Package],
    /// Where they are unpacked.
    pub folder: &'p Path,
    /// Shared by all builds here, and apart from the workspace's.
    pub target: PathBuf,
    /// Where to tell what is done.
    pub progress: &'p Progress,
}

impl Alone<'_> {
    /// Builds it in every way that its users may.
    pub fn check(&self) -> anyhow::Result<()> {
        let each =
            self.package.features().map(|name| vec!["--no-default-features", "--features", name]);
        self.check_with(&NOTHING)?;
        for features in each {
            self.check_with(&features)?;
        }
        self.check_with(&[])?;
        self.check_with(&EVERYTHING)?;
        self.check_on_the_oldest()?;
        self.document()
    }

    /// Finds what is missing in it, which is all that the workspace's own tests cannot see.
    pub fn check_quickly(&self) -> anyhow::Result<()> {
        self.check_with(&NOTHING)?;
        self.check_with(&EVERYTHING)
    }

    fn check_with(&self, features: &[&str]) -> anyhow::Result<()> {
        self.progress.step(&format!("{}: check {}", self.package.stem(), features.join(" ")));
        cargo::run(self.cargo("check").args(features))
    }

    fn document(&self) -> anyhow::Result<()> {
        let stem = self.package.stem();
        self.progress.step(&format!("{stem}: the examples of its documentation"));
        cargo::run(self.cargo("test").args(["--doc", "--all-features"]))?;
        self.progress.step(&format!("{stem}: its documentation"));
        let mut document = self.cargo("doc");
        cargo::run(document.args(["--no-deps", "--all-features"]).env("RUSTDOCFLAGS", "-Dwarnings"))
    }

    fn check_on_the_oldest(&self) -> anyhow::Result<()> {
        let Some(version) = &self.package.rust_version else { return Ok(()) };
        self.progress.step(&format!("{}: check on Rust {version}", self.package.stem()));
        let Some(toolchain) = oldest::toolchain(version) else {
            let help = format!("`rustup toolchain install {version}`");
            self.progress.note(&format!("skipped: it is not installed ({help})"));
            return Ok(());
        };
        let mut command = Command::new("rustup");
        command.args(["run", &toolchain, "cargo", "check", "--all-features"]);
        cargo::run(self.at_home(&mut command))
    }

    fn cargo(&self, subcommand: &str) -> Command {
        let mut command = cargo::cargo(self.folder, &[subcommand, "--quiet"]);
        self.at_home(&mut command);
        command
    }

    /// In its own folder, with its neighbours instead of what crates.io has by their names.
    fn at_home<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let neighbours = self.packages.iter().filter(|other| other.name != self.package.name);
        for other in neighbours {
            let path = self.folder.join(other.stem()).display().to_string();
            command.args(["--config", &format!("patch.crates-io.{}.path={path:?}", other.name)]);
        }
        let home = self.folder.join(self.package.stem());
        command.current_dir(home).env("CARGO_TARGET_DIR", &self.target);
        // Nobody debugs what is built here, and nothing is built here twice.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0")
    }
}
