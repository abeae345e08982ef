//! A git repository of a test's own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::run::Run;

/// A folder under version control, on the branch `main`; gone when it is dropped, if it is temporary.
pub struct Repository {
    folder: PathBuf,
    _temporary: Option<TempDir>,
}

impl Repository {
    /// Without files and commits.
    ///
    /// # Panics
    /// As all functions here: when the disk or git fails.
    pub fn empty() -> Self {
        let temporary = TempDir::new().expect("a folder");
        Self::begin(temporary.path().to_owned(), Some(temporary))
    }

    fn begin(folder: PathBuf, temporary: Option<TempDir>) -> Self {
        let repository = Self { folder, _temporary: temporary };
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository
    }

    /// With all files of another folder but those that its `.gitignore` names, as one commit.
    pub fn copy(folder: &Path) -> Self {
        Self::empty().with_files_of(folder, &["."])
    }

    /// The same with those of its files alone that are at or below these paths.
    pub fn copy_of(folder: &Path, paths: &[&str]) -> Self {
        Self::empty().with_files_of(folder, paths)
    }

    /// The same in a folder that is kept.
    pub fn copy_in(at: &Path, folder: &Path) -> Self {
        fs::create_dir_all(at).expect("a folder");
        Self::begin(at.to_owned(), None).with_files_of(folder, &["."])
    }

    fn with_files_of(self, folder: &Path, paths: &[&str]) -> Self {
        let (git, there) = (self.path(".git"), folder.display().to_string());
        let git = format!("--git-dir={}", git.display());
        let add = ["-C", &there, &git, "--work-tree=.", "add", "--all", "--"];
        self.git(&[&add, paths].concat());
        self.git(&["commit", "--quiet", "--message", "Begin"]);
        self.git(&["reset", "--quiet", "--hard"]);
        self
    }

    /// A path in it.
    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.join(below)
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

    /// Runs git, independent of the configuration of the user.
    pub fn git(&self, arguments: &[&str]) -> Run {
        let who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com"];
        let mut git = Command::new("git");
        git.args(who).args(arguments).current_dir(&self.folder);
        Run::of(git.env("GIT_CONFIG_GLOBAL", "").env("GIT_CONFIG_NOSYSTEM", "1")).expect(0)
    }

    /// Every file and its bytes, those of git too where they say what is committed.
    pub fn snapshot(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.folder, &mut files);
        files
    }
}

/// But for git's index, which `git status` may bring up to date, and for what is built, which nobody keeps.
fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.ends_with("target") {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else if !path.ends_with(".git/index") {
            files.insert(path.clone(), fs::read(&path).expect("it is readable"));
        }
    }
}
