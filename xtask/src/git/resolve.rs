//! Revisions as commits.

use anyhow::bail;

use super::repository::{Repository, first_line};
use super::unknown_revision::{DEEPEN, unknown_revision};

impl Repository {
    /// The commit of a revision; the error for an unknown one suggests another.
    pub fn resolve(&self, revision: &str) -> anyhow::Result<String> {
        match self.find(revision)? {
            Some(commit) => Ok(commit),
            None => Err(unknown_revision(self, revision)),
        }
    }

    /// The commit of a revision or of a range: `A...B` is the merge base, and an omitted side is `HEAD`.
    pub fn resolve_range(&self, name: &str) -> anyhow::Result<String> {
        let head = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
        match name.split_once("...") {
            Some((left, right)) => self.merge_base(&head(left), &head(right)),
            None => self.resolve(name),
        }
    }

    /// The last commit that two revisions have in common.
    pub fn merge_base(&self, left: &str, right: &str) -> anyhow::Result<String> {
        let (one, other) = (self.resolve(left)?, self.resolve(right)?);
        let output = self.run(&["merge-base", &one, &other])?;
        if output.status.success() {
            return Ok(first_line(&output.stdout));
        }
        let problem = format!("`{left}` and `{right}` have no commit in common");
        bail!("{problem}\n  {}", self.help("help: name a base of the same history"))
    }

    /// The given help, or for a shallow clone the help to fetch its history.
    pub fn help<'h>(&self, otherwise: &'h str) -> &'h str {
        if self.is_shallow() { DEEPEN } else { otherwise }
    }
}
