//! The releases so far, from a history that is known to be complete.

use anyhow::bail;
use semver::Version;

use super::changelog;
use crate::git::{RemoteTags, Repository};
use crate::progress::Progress;

/// The releases that the next one follows.
#[derive(Debug, Default)]
pub struct ReleaseHistory {
    /// The last release; `None` before the first one.
    pub last: Option<Version>,
    /// The last release that is not a pre-release.
    pub stable: Option<Version>,
}

impl ReleaseHistory {
    /// Reads the tags. A clone without its tags or without its history is an error, because it cannot tell
    /// whether there was a release; `is_first` says that there was none.
    pub fn read(
        repository: &Repository,
        changelog: &str,
        is_first: bool,
        progress: &Progress,
    ) -> anyhow::Result<Self> {
        let releases = repository.releases()?;
        let last = releases.last();
        require_tag_of_changelog(repository, changelog, last)?;
        match last {
            Some(last) if is_first => {
                bail!("`--first` is wrong: v{last} is in the history\n  help: omit it")
            }
            None if is_first => {}
            _ => require_complete(repository, last, progress)?,
        }
        let stable = releases.iter().rev().find(|version| version.pre.is_empty());
        Ok(Self { last: last.cloned(), stable: stable.cloned() })
    }

    /// The release whose users the next version must be safe for: the last stable one. A pre-release counts
    /// only before the first stable release.
    pub fn base(&self) -> Option<&Version> {
        self.stable.as_ref().or(self.last.as_ref())
    }
}

/// The changelog is committed with each release, so it proves a release whose tag is missing.
fn require_tag_of_changelog(
    repository: &Repository,
    changelog: &str,
    last: Option<&Version>,
) -> anyhow::Result<()> {
    let released = changelog::versions(changelog).into_iter().max();
    match released {
        Some(released) if last.is_none_or(|last| released > *last) => bail!(
            "CHANGELOG.md has {released} already, and there is no tag `v{released}` in the history\n  \
             help: `{}` gets the tags of other clones; if {released} was never tagged, tag its commit: \
             `git tag v{released} COMMIT`",
            repository.fetch_tags()
        ),
        _ => Ok(()),
    }
}

fn require_complete(
    repository: &Repository,
    last: Option<&Version>,
    progress: &Progress,
) -> anyhow::Result<()> {
    let fetch = repository.fetch_tags();
    if repository.is_shallow() {
        bail!(
            "this clone is shallow, so the last release is unknown\n  help: `{fetch}`; in GitHub \
             Actions, `fetch-depth: 0`"
        );
    }
    match (repository.compare_tags()?, last) {
        (RemoteTags::Known, _) => Ok(()),
        (RemoteTags::Unreachable(remote), Some(_)) => {
            progress.note(&format!("`{remote}` did not answer: its tags were not compared"));
            Ok(())
        }
        (RemoteTags::Unreachable(remote), None) => bail!(
            "there is no tag `v*`, and `{remote}` did not answer, so the last release is unknown\n  \
             help: `{fetch}`; `--first` says that there was none"
        ),
    }
}
