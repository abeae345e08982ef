//! What must hold before anything is released.

use anyhow::bail;

use crate::commands::{drift, generate};
use crate::git::Repository;
use crate::place::Place;
use crate::progress::Progress;
use crate::{Outcome, cargo};

/// Fails when the tree differs from its last commit, or is not on the branch.
pub fn tree(repository: &Repository, branch: &str) -> anyhow::Result<()> {
    let uncommitted = repository.uncommitted()?;
    if !uncommitted.is_empty() {
        bail!(
            "the working tree has changes that are not committed:\n  {}\n  \
             help: commit or stash them; a release is made of a commit",
            uncommitted.join("\n  ")
        );
    }
    match repository.branch()? {
        Some(current) if current == branch => Ok(()),
        current => bail!(
            "this is {}, and releases are made from `{branch}`\n  \
             help: `git switch {branch}`, or name another one with `--branch`",
            current.map_or("no branch".to_owned(), |current| format!("`{current}`"))
        ),
    }
}

/// Whether generated code, schema, upstream's description and tests agree.
pub fn pass(skip_tests: bool, place: &Place, progress: &Progress) -> anyhow::Result<bool> {
    progress.step("The generated crate is up to date");
    if generate::run(&generate::Arguments { check: true }, place)? == Outcome::Findings {
        return Ok(false);
    }
    progress.step("The schema and upstream's pinned description agree");
    if drift::run(&drift::Arguments::pinned(), place)? == Outcome::Findings {
        return Ok(false);
    }
    progress.step("Tests");
    if skip_tests {
        progress.note("skipped");
        return Ok(true);
    }
    cargo::run(&mut cargo::cargo(&place.project(), &["test", "--locked", "--workspace"]))?;
    Ok(true)
}
