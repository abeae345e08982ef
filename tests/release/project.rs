//! A git repository of a test's own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portone_v1_tests::xtask::project;
use tempfile::TempDir;

use crate::run::{Run, xtask};
use crate::youth;

/// What is as it is whenever the tests run.
const COPIED: [&str; 2] = ["generated", "schema"];

/// A folder under version control.
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// An empty one.
    pub fn empty() -> Self {
        let project = Self { folder: TempDir::new().expect("a folder") };
        project.git(&["init", "--quiet", "--initial-branch", "main"]);
        project
    }

    /// A copy of this project before its first release, as far as a release is concerned with it,
    /// committed on `main`.
    pub fn copy() -> Self {
        let copy = Self::empty();
        for path in COPIED {
            transfer(&project().join(path), &copy.path(path));
        }
        youth::restore(&copy);
        copy.commit("Begin");
        copy
    }

    /// A path in it.
    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("the file is there")
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, text).expect("the file is written");
    }

    /// Puts another text in the place of one that is there.
    pub fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} holds `{old}`");
        self.write(path, &text.replacen(old, new, 1));
    }

    /// Commits everything.
    pub fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// Runs git, whatever the person who runs the tests has set up.
    pub fn git(&self, arguments: &[&str]) {
        let who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com"];
        let mut git = Command::new("git");
        git.args(who).args(arguments).current_dir(self.folder.path());
        Run::of(git.env("GIT_CONFIG_GLOBAL", "").env("GIT_CONFIG_NOSYSTEM", "1")).expect(0);
    }

    /// A command of the maintainer's.
    pub fn xtask(&self, arguments: &[&str]) -> Run {
        Run::of(xtask().args(arguments).arg("--project").arg(self.folder.path()))
    }

    /// A release without the tests, of which this is one, on a fixed day.
    pub fn release(&self, arguments: &[&str]) -> Run {
        let always = ["release", "--skip-tests", "--date", "2026-12-01"];
        self.xtask(&[&always, arguments].concat())
    }

    /// Every file and its bytes, those of git too where they say what is committed.
    pub fn snapshot(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(self.folder.path(), &mut files);
        files
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

/// But for git's index, which `git status` may bring up to date.
fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if !path.ends_with(".git/index") {
            files.insert(path.clone(), fs::read(&path).expect("it is readable"));
        }
    }
}
