//! A git repository of a test's own.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portone_v1_tests::fixture;
use tempfile::TempDir;

use super::schemas::BEFORE;
use crate::xtask::{self, Run};

pub struct Repository {
    folder: TempDir,
}

impl Repository {
    /// On `main`, with one commit of the earlier schema and version 0.1.0.
    pub fn new() -> Self {
        Self::with(BEFORE)
    }

    /// The same, with another schema.
    pub fn with(schema: &str) -> Self {
        let repository = Self { folder: TempDir::new().expect("a folder") };
        repository.git(&["init", "--quiet", "-b", "main"]);
        repository.put("Cargo.toml", "[workspace.package]\nversion = \"0.1.0\"\n");
        repository.schema(schema);
        repository.commit("first");
        repository
    }

    /// Another repository, cloned with its newest commit alone.
    pub fn shallow_clone_of(origin: &Self) -> Self {
        let clone = Self { folder: TempDir::new().expect("a folder") };
        let url = format!("file://{}", origin.path().display());
        clone.git(&["clone", "--quiet", "--depth", "1", &url, "."]);
        clone
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a schema in the place of the one in the working tree.
    pub fn schema(&self, text: &str) {
        for file in fixture::sources(text).files {
            self.put(&file.path, &file.text);
        }
    }

    pub fn put(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, text).expect("the file is written");
    }

    pub fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
    }

    /// Asks git; nothing of the machine's own configuration counts.
    pub fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .arg("-C")
            .arg(self.path())
            .args(["-c", "user.name=A Tester", "-c", "user.email=tester@example.com"])
            .args(["-c", "commit.gpgsign=false"])
            .args(arguments)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("git runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The first letters of a commit.
    pub fn short(&self, revision: &str) -> String {
        self.git(&["rev-parse", "--short=7", revision]).trim().to_owned()
    }

    /// Runs the command on this repository, on a day in 2026.
    pub fn diff(&self, arguments: &[&str]) -> Run {
        self.diff_with(&[], arguments)
    }

    /// The same, with environment variables.
    pub fn diff_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Run {
        let schema: PathBuf = self.path().join("schema");
        let mut all: Vec<OsString> = vec!["diff".into(), "--schema".into(), schema.into()];
        if !arguments.contains(&"--rules") {
            all.extend(["--today", "2026-11-21"].map(OsString::from));
        }
        all.extend(arguments.iter().map(OsString::from));
        Run::of(xtask::command().args(&all).envs(variables.iter().copied()))
    }
}
