//! A maintainer with a clone of this project and the commands.

use std::ops::Deref;
use std::path::Path;
use std::process::Command;

use portone_v1_tests::open_drift;
use portone_v1_tests::repository::Repository;
use portone_v1_tests::run::Run;
use portone_v1_tests::xtask::{executable, project};
use semver::Version;

/// The clone.
pub struct Maintainer {
    clone: Repository,
}

impl Deref for Maintainer {
    type Target = Repository;

    fn deref(&self) -> &Repository {
        &self.clone
    }
}

impl Maintainer {
    /// All files as they are now, taken for the last release.
    pub fn after_a_release() -> Self {
        let maintainer = Self { clone: Repository::copy(&project()) };
        open_drift::suppress(&maintainer, |arguments| maintainer.command(arguments));
        if !maintainer.git(&["status", "--porcelain"]).out.is_empty() {
            maintainer.commit("Suppress open findings");
        }
        maintainer.git(&["tag", &format!("v{}", released())]);
        maintainer
    }

    /// `cargo xtask …`, without the internet.
    pub fn xtask(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut xtask = Command::new(executable(env!("CARGO_TARGET_TMPDIR")));
        xtask.args(arguments).arg("--project").arg(self.path("."));
        // What these commands build is built into one place in every run.
        xtask.env("CARGO_TARGET_DIR", target()).env("CARGO_NET_OFFLINE", "true");
        xtask.env("no_proxy", "127.0.0.1");
        xtask
    }
}

/// The target folder of this test.
pub fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it lies in target")
}

/// The version that all crates have.
pub fn released() -> Version {
    Version::parse(env!("CARGO_PKG_VERSION")).expect("cargo has read it")
}
