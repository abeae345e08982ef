//! Building a crate alone.

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
    /// Both.
    pub const ALL: [Self; 2] = [Self::Check, Self::Release];

    /// As it stands in tables and plots.
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
    /// Builds it, with what it depends on.
    pub fn build(&self, kind: Kind) -> anyhow::Result<()> {
        cargo::read(&mut self.cargo(kind)).map(drop)
    }

    /// How long it takes alone, with everything else built.
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

    /// Without what only helps a second build, which users get of a dependency neither.
    pub fn call(&self, arguments: &[&str]) -> Command {
        let home = self.manifest.parent().unwrap_or(&self.manifest);
        let mut command = cargo::cargo(home, arguments);
        command.arg("--manifest-path").arg(&self.manifest).arg("--target-dir").arg(&self.target);
        // Warnings of the peers are theirs.
        command.env("CARGO_INCREMENTAL", "0").env("RUSTFLAGS", "--cap-lints allow");
        command
    }
}
