//! The files that a release changes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use portone_v1_generator::output::{Change, Kind, Plan};
use semver::Version;

use super::changelog::ChangelogRelease;
use super::changes_since_tag::ChangesSinceTag;
use super::{entries, versions};

/// The current text of the files.
pub struct ReleaseFiles {
    project: PathBuf,
    /// The workspace's manifest.
    pub manifest: String,
    changelog: String,
    readme: String,
    locks: Vec<(&'static str, String)>,
}

impl ReleaseFiles {
    /// Reads all of them.
    pub fn read(project: &Path) -> anyhow::Result<Self> {
        let text = |name: &str| {
            let path = project.join(name);
            fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let locks = [
            "Cargo.lock",
            "bench/Cargo.lock",
            "examples/postgres_journal/Cargo.lock",
            "xtask/Cargo.lock",
        ];
        let locks = locks.map(|name| Ok((name, text(name)?)));
        Ok(Self {
            project: project.to_owned(),
            manifest: text("Cargo.toml")?,
            changelog: text("CHANGELOG.md")?,
            readme: text("README.md")?,
            locks: locks.into_iter().collect::<anyhow::Result<_>>()?,
        })
    }

    /// The plan that changes them to another version.
    pub fn plan(
        self,
        current: &Version,
        version: &Version,
        since: &ChangesSinceTag,
        date: &str,
    ) -> anyhow::Result<Plan> {
        let changelog = self.changelog(version, since, date)?;
        let manifest = versions::manifest(&self.manifest, version)?;
        let readme = versions::readme(&self.readme, current, version);
        let mut changes = vec![
            self.change("CHANGELOG.md", &self.changelog, changelog),
            self.change("Cargo.toml", &self.manifest, manifest),
            self.change("README.md", &self.readme, readme),
        ];
        for (name, text) in &self.locks {
            changes.push(self.change(name, text, versions::lock(name, text, current, version)?));
        }
        Ok(Plan { changes })
    }

    fn changelog(
        &self,
        version: &Version,
        since: &ChangesSinceTag,
        date: &str,
    ) -> anyhow::Result<String> {
        let release = ChangelogRelease {
            version,
            last: since.last.as_ref(),
            date,
            repository: &versions::repository(&self.manifest)?,
            entries: entries::of(&since.changes),
        };
        release.into(&self.changelog)
    }

    /// A change of a file without the `@generated` header.
    fn change(&self, name: &str, old: &str, new: String) -> Change {
        let path = self.project.join(name);
        let kind = match old == new {
            true => Kind::Same,
            false => Kind::Change { old: old.to_owned(), new },
        };
        // The stage must be in the file system of the file itself.
        Change { root: path.clone(), path, shown: name.to_owned(), kind }
    }
}
