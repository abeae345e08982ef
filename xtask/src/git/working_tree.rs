//! The state of the working tree.

use anyhow::bail;

use super::repository::{Repository, first_line};

impl Repository {
    /// The uncommitted changes, as `git status` lists them, without ignored files.
    pub fn uncommitted(&self) -> anyhow::Result<Vec<String>> {
        self.lines(&["status", "--porcelain"])
    }

    /// True if no file below the folder has uncommitted changes.
    pub fn is_clean(&self) -> anyhow::Result<bool> {
        Ok(self.lines(&["status", "--porcelain", "--", "."])?.is_empty())
    }

    /// The address of the remote `origin`, if there is one.
    pub fn remote(&self) -> Option<String> {
        self.lines(&["config", "--get", "remote.origin.url"]).ok()?.into_iter().next()
    }

    /// The current branch; `None` with a detached `HEAD`.
    pub fn branch(&self) -> anyhow::Result<Option<String>> {
        Ok(self.lines(&["branch", "--show-current"])?.into_iter().next())
    }

    /// Returns true if any of these files differs between two revisions, or between one and the working tree.
    pub fn differ(&self, revisions: &[&str], paths: &[&str]) -> anyhow::Result<bool> {
        let output = self.run(&[&["diff", "--quiet"], revisions, &["--"], paths].concat())?;
        match output.status.code() {
            Some(0) => Ok(false),
            Some(1) => Ok(true),
            _ => bail!("`git diff` failed: {}", first_line(&output.stderr)),
        }
    }
}
