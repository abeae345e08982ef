//! A repository, read through the `git` program.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{anyhow, bail};

/// The repository around a folder. Paths are relative to that folder.
pub struct Repository {
    folder: PathBuf,
}

impl Repository {
    /// The repository around a folder. Fails if there is none, or if git refuses to read it.
    pub fn around(folder: &Path) -> anyhow::Result<Self> {
        let repository = Self { folder: folder.to_owned() };
        let output = repository.run(&["rev-parse", "--git-dir"])?;
        if output.status.success() {
            return Ok(repository);
        }
        bail!(
            "no git repository at {}: {}\n  help: compare two folders without a \
             repository: `cargo xtask diff BEFORE AFTER`",
            folder.display(),
            first_line(&output.stderr)
        )
    }

    /// The commit of a revision, if there is one.
    pub fn find(&self, revision: &str) -> anyhow::Result<Option<String>> {
        if revision.is_empty() || revision.starts_with('-') {
            return Ok(None);
        }
        let commit = format!("{revision}^{{commit}}");
        let output = self.run(&["rev-parse", "--verify", "--quiet", &commit])?;
        Ok(output.status.success().then(|| first_line(&output.stdout)))
    }

    /// Returns true for a shallow clone.
    pub fn is_shallow(&self) -> bool {
        let output = self.run(&["rev-parse", "--is-shallow-repository"]);
        output.is_ok_and(|output| first_line(&output.stdout) == "true")
    }

    /// The short names of branches and tags.
    pub(super) fn names(&self) -> Vec<String> {
        let output = self.run(&["for-each-ref", "--format=%(refname:short)"]);
        let output = output.map(|output| output.stdout).unwrap_or_default();
        String::from_utf8_lossy(&output).lines().map(str::to_owned).collect()
    }

    pub(super) fn read(&self, arguments: &[&str]) -> anyhow::Result<Vec<u8>> {
        let output = self.run(arguments)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        bail!("`git {}` failed: {}", arguments.join(" "), first_line(&output.stderr))
    }

    pub(super) fn lines(&self, arguments: &[&str]) -> anyhow::Result<Vec<String>> {
        let output = self.read(arguments)?;
        Ok(String::from_utf8_lossy(&output).lines().map(str::to_owned).collect())
    }

    pub(super) fn run(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(arguments).env("LC_ALL", "C");
        // A remote that asks for a password is one that does not answer.
        command.env("GIT_TERMINAL_PROMPT", "0");
        command.output().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => anyhow!(
                "the program `git` is not installed\n  help: install it, or compare two \
                 folders: `cargo xtask diff BEFORE AFTER`"
            ),
            _ => anyhow::Error::new(error).context("`git` could not be run"),
        })
    }
}

/// The first line of the output of `git`.
pub(super) fn first_line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().next().unwrap_or_default().to_owned()
}
