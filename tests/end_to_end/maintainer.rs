//! A maintainer with a clone of this project and the commands.

use std::ops::Deref;
use std::path::Path;
use std::process::Command;

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
        let clone = Repository::copy(&project());
        clone.git(&["tag", &format!("v{}", released())]);
        Self { clone }
    }

    /// `cargo xtask …`, without the internet.
    pub fn xtask(&self, arguments: &[&str]) -> Run {
        let mut xtask = Command::new(executable(env!("CARGO_TARGET_TMPDIR")));
        xtask.args(arguments).arg("--project").arg(self.path("."));
        // What these commands build is built into one place in every run.
        xtask.env("CARGO_TARGET_DIR", target()).env("CARGO_NET_OFFLINE", "true");
        Run::of(xtask.env("no_proxy", "127.0.0.1"))
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
