//! This project before its first release, reduced to the files of a release, with a small schema.
//!
//! Each release checks the generated crate, and that of the real schema takes seconds to generate. `end_to_end`
//! releases it.

use std::ops::Deref;
use std::process::Command;

use portone_v1_tests::drift_fixture::DriftFixture;
use portone_v1_tests::repository::Repository;
use portone_v1_tests::run::Run;
use portone_v1_tests::xtask::executable;

use crate::release::youth;

/// The gateway codes of the schema.
const CODES: &str = "schema/codes/gateway.yaml";

/// The project in a repository of its own.
pub struct Project(Repository);

impl Deref for Project {
    type Target = Repository;

    fn deref(&self) -> &Repository {
        &self.0
    }
}

impl Project {
    /// Committed on `main`, with a crate that is up to date and a description that the schema agrees with.
    pub fn unreleased() -> Self {
        let project = Self(Repository::empty());
        youth::restore(&project);
        project.write(".gitignore", "/target\n");
        let shop = DriftFixture::read("agree");
        for file in shop.sources().files {
            project.write(&file.path, &file.text);
        }
        project.pin(&shop.text("upstream.json").expect("a description"));
        project.xtask(&["generate"]).expect(0);
        project.commit("Begin");
        project
    }

    /// Pins upstream's description.
    fn pin(&self, description: &str) {
        let outside = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(outside.path(), description).expect("it is written");
        let path = outside.path().to_str().expect("a path in UTF-8");
        self.xtask(&["upstream", "pin", path, "--date", "2024-03-22"]).expect(0);
    }

    /// Renames a code in Rust, `types/Gateway/kcp`, which breaks programs, and generates.
    pub fn rename_a_code(&self, generate: &[&str]) {
        self.replace(CODES, "kcp: { title:", "kcp: { rust: NhnKcp, title:");
        self.xtask(&[&["generate"], generate].concat()).expect(0);
    }

    /// A command of the maintainer's.
    pub fn xtask(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments))
    }

    /// A command that is not run yet.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = xtask();
        command.args(arguments).arg("--project").arg(self.path("."));
        command
    }

    /// A release without the tests, of which this is one, and without the crates, on a fixed day.
    pub fn release(&self, arguments: &[&str]) -> Run {
        let always = ["release", "--skip-tests", "--skip-crates", "--date", "2026-12-01"];
        self.xtask(&[&always, arguments].concat())
    }
}

/// `cargo xtask`
pub fn xtask() -> Command {
    Command::new(executable(env!("CARGO_TARGET_TMPDIR")))
}
