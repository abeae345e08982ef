//! A build of a package outside of the workspace, as users get it from crates.io.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::msrv;
use crate::cargo;
use crate::cargo_metadata::Package;
use crate::progress::Progress;

const NOTHING: [&str; 1] = ["--no-default-features"];
const EVERYTHING: [&str; 1] = ["--all-features"];

/// An unpacked package and the packages that it may depend on.
pub struct IsolatedBuild<'p> {
    /// The package.
    pub package: &'p Package,
    /// All packages.
    pub packages: &'p [&'p Package],
    /// The folder of the unpacked packages.
    pub folder: &'p Path,
    /// The target folder, which all isolated builds share.
    pub target: PathBuf,
    /// The progress of the command.
    pub progress: &'p Progress,
}

impl IsolatedBuild<'_> {
    /// Checks every combination of features that users may choose.
    pub fn check(&self) -> anyhow::Result<()> {
        let each =
            self.package.features().map(|name| vec!["--no-default-features", "--features", name]);
        self.check_with(&NOTHING)?;
        for features in each {
            self.check_with(&features)?;
        }
        self.check_with(&[])?;
        self.check_with(&EVERYTHING)?;
        self.check_with(&["--examples"])?;
        self.check_with_msrv()?;
        self.document()
    }

    /// Checks that nothing is missing in the package, without each single feature.
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
        self.progress.step(&format!("{stem}: doctests"));
        cargo::run(self.cargo("test").args(["--doc", "--all-features"]))?;
        self.progress.step(&format!("{stem}: documentation"));
        let mut document = self.cargo("doc");
        cargo::run(document.args(["--no-deps", "--all-features"]).env("RUSTDOCFLAGS", "-Dwarnings"))
    }

    fn check_with_msrv(&self) -> anyhow::Result<()> {
        let Some(version) = &self.package.rust_version else { return Ok(()) };
        self.progress.step(&format!("{}: check with Rust {version}", self.package.stem()));
        let Some(toolchain) = msrv::toolchain(version) else {
            let help = format!("`rustup toolchain install {version}`");
            self.progress.note(&format!("skipped: it is not installed ({help})"));
            return Ok(());
        };
        let mut command = Command::new("rustup");
        command.args(["run", &toolchain, "cargo", "check", "--all-features"]);
        cargo::run(self.isolated(&mut command))
    }

    fn cargo(&self, subcommand: &str) -> Command {
        let mut command = cargo::cargo(self.folder, &[subcommand, "--quiet"]);
        self.isolated(&mut command);
        command
    }

    /// Runs in the folder of the package, with the other packages instead of those on crates.io.
    fn isolated<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let neighbours = self.packages.iter().filter(|other| other.name != self.package.name);
        for other in neighbours {
            let path = self.folder.join(other.stem()).display().to_string();
            command.args(["--config", &format!("patch.crates-io.{}.path={path:?}", other.name)]);
        }
        let home = self.folder.join(self.package.stem());
        command.current_dir(home).env("CARGO_TARGET_DIR", &self.target);
        // The output is neither debugged nor rebuilt.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0")
    }
}
