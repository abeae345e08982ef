//! The error for an unknown revision, with a suggestion.

use anyhow::anyhow;
use portone_v1_generator::diagnostics::nearest;

use super::repository::Repository;

/// The help for a shallow clone.
pub const DEEPEN: &str = "help: `git fetch --unshallow` gets the history; in GitHub Actions, \
                          `fetch-depth: 0` does";

/// The error for an unknown revision.
pub fn unknown_revision(repository: &Repository, revision: &str) -> anyhow::Error {
    let help = help(repository, revision);
    anyhow!("unknown revision or folder `{revision}`\n  {help}")
}

fn help(repository: &Repository, revision: &str) -> String {
    if let Some((base, head)) = revision.split_once("..") {
        let [base, head] = [base, head].map(|side| if side.is_empty() { "HEAD" } else { side });
        return format!("help: name the two sides of a range one by one: `{base} {head}`");
    }
    if repository.is_shallow() {
        return DEEPEN.to_owned();
    }
    let names = repository.names();
    if let Some(name) = nearest(revision, names.iter().map(String::as_str)) {
        return format!("help: did you mean `{name}`?");
    }
    match revision.split_once('/') {
        Some((remote, branch)) => format!("help: `git fetch {remote} {branch}` may bring it"),
        None => format!("help: `git fetch origin {revision}` may bring it, as `FETCH_HEAD`"),
    }
}
