//! Builds of a single crate.

use std::process::Command;
use std::time::{Duration, Instant};

use super::subject::Subject;
use crate::cargo;

/// A way to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `cargo check`
    Check,
    /// `cargo build --release`
    Release,
}

impl Kind {
    /// Both ways.
    pub const ALL: [Self; 2] = [Self::Check, Self::Release];

    /// The name in tables and plots.
    pub fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Release => "release",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check", "--quiet", "--lib"],
            Self::Release => &["build", "--quiet", "--lib", "--release"],
        }
    }
}

impl Subject {
    /// Builds the crate with its dependencies.
    pub fn build(&self, kind: Kind) -> anyhow::Result<()> {
        cargo::read(&mut self.cargo(kind)).map(drop)
    }

    /// The time of the crate alone, with its dependencies built.
    pub fn time(&self, kind: Kind) -> anyhow::Result<Duration> {
        // Another choice of features may have been built since.
        self.build(kind)?;
        let mut clean = self.call(&["clean", "--quiet", "--package", &self.package]);
        if kind == Kind::Release {
            clean.arg("--release");
        }
        cargo::read(&mut clean)?;
        let mut build = self.cargo(kind);
        let start = Instant::now();
        cargo::read(&mut build)?;
        Ok(start.elapsed())
    }

    fn cargo(&self, kind: Kind) -> Command {
        let mut command = self.call(kind.arguments());
        command.args(["--package", &self.package]).args(&self.features);
        command
    }

    /// A call of cargo without incremental compilation, which dependencies do not have either.
    pub fn call(&self, arguments: &[&str]) -> Command {
        let home = self.manifest.parent().unwrap_or(&self.manifest);
        let mut command = cargo::cargo(home, arguments);
        command.arg("--manifest-path").arg(&self.manifest).arg("--target-dir").arg(&self.target);
        // Generated crates of peers have warnings.
        command.env("CARGO_INCREMENTAL", "0").env("RUSTFLAGS", "--cap-lints allow");
        command
    }
}
