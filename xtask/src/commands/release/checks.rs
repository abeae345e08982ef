//! Checks before a release.

use anyhow::{anyhow, bail};

use crate::cargo;
use crate::commands::{drift, generate};
use crate::git::Repository;
use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::project_paths::ProjectPaths;

/// The error for a working tree with uncommitted changes.
pub fn uncommitted(changes: &[String]) -> anyhow::Error {
    anyhow!(
        "the working tree has uncommitted changes:\n  {}\n  help: commit or stash them",
        changes.join("\n  ")
    )
}

/// Fails if another branch is checked out.
pub fn branch(repository: &Repository, branch: &str) -> anyhow::Result<()> {
    match repository.branch()? {
        Some(current) if current == branch => Ok(()),
        current => bail!(
            "releases are made from `{branch}`, and {} is checked out\n  \
             help: `git switch {branch}`, or name another one with `--branch`",
            current.map_or("no branch".to_owned(), |current| format!("`{current}`"))
        ),
    }
}

/// Checks the generated files, the drift and the tests; returns false after findings.
pub fn pass(skip_tests: bool, paths: &ProjectPaths, progress: &Progress) -> anyhow::Result<bool> {
    progress.step("The generated crate is up to date");
    if generate::run(&generate::GenerateArguments { check: true }, paths)? == Outcome::Findings {
        return Ok(false);
    }
    progress.step("The schema and upstream's pinned description agree");
    if drift::run(&drift::DriftArguments::pinned(), paths)? == Outcome::Findings {
        return Ok(false);
    }
    progress.step("Tests");
    if skip_tests {
        progress.note("skipped");
        return Ok(true);
    }
    cargo::run(&mut cargo::cargo(&paths.project(), &["test", "--locked", "--workspace"]))?;
    Ok(true)
}
