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
        maintainer.suppress_open_drift();
        maintainer.git(&["tag", &format!("v{}", released())]);
        maintainer
    }

    /// The same without a release, in a folder that is kept.
    pub fn in_folder(folder: &Path) -> Self {
        let maintainer = Self { clone: Repository::copy_in(folder, &project()) };
        maintainer.suppress_open_drift();
        maintainer
    }

    fn suppress_open_drift(&self) {
        open_drift::suppress(self, |arguments| self.command(arguments));
        if !self.git(&["status", "--porcelain"]).out.is_empty() {
            self.commit("Suppress open findings");
        }
    }

    /// Takes over the date of new docs, and tells users.
    pub fn revise(&self, date: &str, news: &str) {
        let revision = format!("revision: \"{date}\" # was \"");
        self.replace("schema/api.yaml", "revision: \"", &revision);
        let heading = "## [Unreleased]\n";
        self.replace("CHANGELOG.md", heading, &format!("{heading}\n### Added\n\n- {news}\n"));
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
