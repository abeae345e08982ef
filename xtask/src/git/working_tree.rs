//! The state of the working tree.

use super::repository::Repository;

impl Repository {
    /// The uncommitted changes, as `git status` lists them, without ignored files.
    pub fn uncommitted(&self) -> anyhow::Result<Vec<String>> {
        self.lines(&["status", "--porcelain"])
    }

    /// The current branch; `None` with a detached `HEAD`.
    pub fn branch(&self) -> anyhow::Result<Option<String>> {
        Ok(self.lines(&["branch", "--show-current"])?.into_iter().next())
    }
}
