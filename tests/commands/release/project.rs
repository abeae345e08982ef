//! This project before its first release, reduced to the files of a release.

use std::fs;
use std::ops::Deref;
use std::path::Path;
use std::process::Command;

use portone_v1_tests::open_drift;
use portone_v1_tests::repository::Repository;
use portone_v1_tests::run::Run;
use portone_v1_tests::xtask::{executable, project};

use crate::release::youth;

/// The files of the project that every copy has.
const COPIED: [&str; 4] = [".gitignore", "fake/contract.json", "generated", "schema"];

/// A copy of it.
pub struct Project(Repository);

impl Deref for Project {
    type Target = Repository;

    fn deref(&self) -> &Repository {
        &self.0
    }
}

impl Project {
    /// Committed on `main`.
    pub fn copy() -> Self {
        let copy = Self(Repository::empty());
        for path in COPIED {
            transfer(&project().join(path), &copy.path(path));
        }
        youth::restore(&copy);
        open_drift::suppress(&copy, |arguments| copy.command(arguments));
        copy.commit("Begin");
        copy
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

fn transfer(from: &Path, to: &Path) {
    if from.is_dir() {
        for entry in fs::read_dir(from).expect("the folder is there") {
            let name = entry.expect("an entry").file_name();
            transfer(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::create_dir_all(to.parent().expect("it lies in a folder")).expect("a folder");
        fs::copy(from, to).expect("the file is copied");
    }
}

/// `cargo xtask`
pub fn xtask() -> Command {
    Command::new(executable(env!("CARGO_TARGET_TMPDIR")))
}
