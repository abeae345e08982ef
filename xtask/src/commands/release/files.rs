//! The files that a release changes.

use std::path::{Path, PathBuf};

use anyhow::Context;
use portone_v1_generator::output::{Change, Kind, Plan};
use semver::Version;

use super::changelog::ChangelogRelease;
use super::changes::SchemaChanges;
use super::{entries, versions};
use crate::git::Repository;

const LOCKS: [&str; 5] = [
    "Cargo.lock",
    "bench/Cargo.lock",
    "examples/checkout/Cargo.lock",
    "examples/postgres_journal/Cargo.lock",
    "xtask/Cargo.lock",
];

/// The committed text of the files.
pub struct ReleaseFiles {
    project: PathBuf,
    /// The workspace's manifest.
    pub manifest: String,
    /// The changelog.
    pub changelog: String,
    readme: String,
    locks: Vec<(&'static str, String)>,
}

impl ReleaseFiles {
    /// Reads all of them as they were committed last.
    pub fn committed(repository: &Repository, project: &Path) -> anyhow::Result<Self> {
        let text = |name: &str| {
            let text = repository.text_at("HEAD", name)?;
            text.with_context(|| format!("{name} is not committed"))
        };
        let locks = LOCKS.map(|name| Ok((name, text(name)?)));
        Ok(Self {
            project: project.to_owned(),
            manifest: text("Cargo.toml")?,
            changelog: text("CHANGELOG.md")?,
            readme: text("README.md")?,
            locks: locks.into_iter().collect::<anyhow::Result<_>>()?,
        })
    }

    /// The plan that changes them to another version. The changelog is written first, so that an interrupted
    /// release can be told from other edits.
    pub fn plan(
        &self,
        version: &Version,
        since: Option<&SchemaChanges>,
        date: &str,
    ) -> anyhow::Result<Plan> {
        let current = &versions::current(&self.manifest)?;
        let changelog = self.changelog(version, since, date)?;
        let manifest = versions::manifest(&self.manifest, version)?;
        let readme = versions::readme(&self.readme, current, version);
        let mut changes = vec![
            self.change("CHANGELOG.md", &self.changelog, changelog),
            self.change("Cargo.toml", &self.manifest, manifest),
            self.change("README.md", &self.readme, readme),
        ];
        // Other workspaces have members with a version of their own.
        let members = self.locks.first().map(|(_, lock)| versions::members(lock, current));
        let members = members.transpose()?.unwrap_or_default();
        for (name, text) in &self.locks {
            let new = versions::lock(name, text, &members, [current, version])?;
            changes.push(self.change(name, text, new));
        }
        Ok(Plan { changes })
    }

    fn changelog(
        &self,
        version: &Version,
        since: Option<&SchemaChanges>,
        date: &str,
    ) -> anyhow::Result<String> {
        let changes = since.and_then(|since| since.changes.as_deref());
        let release = ChangelogRelease {
            version,
            last: since.map(|since| &since.release),
            date,
            repository: &versions::repository(&self.manifest)?,
            entries: entries::of(changes.unwrap_or_default()),
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
