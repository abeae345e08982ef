//! The state of a repository before a release.

use semver::Version;

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

    /// The highest version among the tags in the history of `HEAD`.
    pub fn last_release(&self) -> anyhow::Result<Option<Version>> {
        let tags = self.lines(&["tag", "--list", "v*", "--merged", "HEAD"])?;
        Ok(tags.iter().filter_map(|tag| version(tag)).max())
    }

    /// The versions of the tags at `HEAD`.
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
