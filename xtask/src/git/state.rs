//! Whether a repository is in a state to release from.

use semver::Version;

use super::Repository;

impl Repository {
    /// What differs from the last commit, as `git status` shows it; ignored files count for nothing.
    pub fn uncommitted(&self) -> anyhow::Result<Vec<String>> {
        self.lines(&["status", "--porcelain"])
    }

    /// The branch that is checked out, if one is.
    pub fn branch(&self) -> anyhow::Result<Option<String>> {
        Ok(self.lines(&["branch", "--show-current"])?.into_iter().next())
    }

    /// The greatest version among the tags in the history of `HEAD`.
    pub fn last_release(&self) -> anyhow::Result<Option<Version>> {
        let tags = self.lines(&["tag", "--list", "v*", "--merged", "HEAD"])?;
        Ok(tags.iter().filter_map(|tag| version(tag)).max())
    }

    /// The versions whose tags stand at `HEAD`.
    pub fn releases_here(&self) -> anyhow::Result<Vec<Version>> {
        let tags = self.lines(&["tag", "--list", "v*", "--points-at", "HEAD"])?;
        Ok(tags.iter().filter_map(|tag| version(tag)).collect())
    }

    fn lines(&self, arguments: &[&str]) -> anyhow::Result<Vec<String>> {
        let output = self.read(arguments)?;
        Ok(String::from_utf8_lossy(&output).lines().map(str::to_owned).collect())
    }
}

fn version(tag: &str) -> Option<Version> {
    Version::parse(tag.strip_prefix('v')?).ok()
}
