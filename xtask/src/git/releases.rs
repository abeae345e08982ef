//! The releases of a repository: its tags `v*`.

use std::collections::BTreeSet;

use anyhow::bail;
use semver::Version;

use super::repository::Repository;

/// The tags of the remote repositories, as far as they could be asked.
pub enum RemoteTags {
    /// No remote has a release that is unknown here.
    Known,
    /// A remote did not answer.
    Unreachable(String),
}

impl Repository {
    /// The versions of the tags in the history of `HEAD`, the highest last.
    pub fn releases(&self) -> anyhow::Result<Vec<Version>> {
        self.versions(&["--merged", "HEAD"])
    }

    /// The versions of the tags at `HEAD`.
    pub fn releases_here(&self) -> anyhow::Result<Vec<Version>> {
        self.versions(&["--points-at", "HEAD"])
    }

    /// Fails if a remote has a release whose tag is not here.
    pub fn compare_tags(&self) -> anyhow::Result<RemoteTags> {
        let known: BTreeSet<_> = self.versions(&[])?.into_iter().collect();
        for remote in self.lines(&["remote"])? {
            let output = self.run(&["ls-remote", "--tags", "--refs", "--", &remote, "v*"])?;
            if !output.status.success() {
                return Ok(RemoteTags::Unreachable(remote));
            }
            let listing = String::from_utf8_lossy(&output.stdout).into_owned();
            let tags = listing.lines().filter_map(|line| line.rsplit('/').next());
            if let Some(missing) = tags.filter_map(version).find(|tag| !known.contains(tag)) {
                bail!(
                    "the tag `v{missing}` of `{remote}` is missing in this clone, so the last release \
                     is unknown\n  help: `{}`",
                    self.fetch_tags()
                )
            }
        }
        Ok(RemoteTags::Known)
    }

    /// The command that completes a clone.
    pub fn fetch_tags(&self) -> &'static str {
        // Git rejects `--unshallow` in a complete clone.
        if self.is_shallow() { "git fetch --tags --unshallow" } else { "git fetch --tags" }
    }

    fn versions(&self, which: &[&str]) -> anyhow::Result<Vec<Version>> {
        let tags = self.lines(&[&["tag", "--list", "v*"], which].concat())?;
        let mut versions: Vec<_> = tags.iter().filter_map(|tag| version(tag)).collect();
        versions.sort();
        Ok(versions)
    }
}

fn version(tag: &str) -> Option<Version> {
    Version::parse(tag.strip_prefix('v')?).ok()
}
