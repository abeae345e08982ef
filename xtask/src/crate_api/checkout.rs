//! The project at a revision, in a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};
use portone_v1_generator::output::TemporaryFolder;

use crate::cargo_metadata::PUBLISHED;
use crate::git::Repository;
use crate::project_paths::ProjectPaths;

/// The project at a revision.
pub struct Checkout {
    /// The revision as people name it.
    pub name: String,
    /// The commit; `None` for the working tree.
    pub commit: Option<String>,
    /// The folder.
    pub folder: PathBuf,
}

impl Checkout {
    /// The working tree.
    pub fn of_working_tree(paths: &ProjectPaths) -> Self {
        Self { name: "the working tree".to_owned(), commit: None, folder: paths.project() }
    }

    /// The files of a commit, without touching the working tree.
    pub fn of_revision(
        name: &str,
        repository: &Repository,
        paths: &ProjectPaths,
    ) -> anyhow::Result<Self> {
        let commit = repository.resolve_range(name)?;
        let folder = paths.api_target().join(&commit);
        if !folder.is_dir() {
            export(&commit, &folder, paths).with_context(|| format!("`{name}` cannot be read"))?;
        }
        Ok(Self { name: name.to_owned(), commit: Some(commit), folder })
    }
}

impl Checkout {
    /// Returns true if a published crate, or what it depends on in this project, differs in another checkout.
    pub fn differs(
        &self,
        other: &Self,
        package: &str,
        repository: &Repository,
    ) -> anyhow::Result<bool> {
        let folder = PUBLISHED.iter().find(|(name, _)| *name == package).map(|(_, folder)| *folder);
        let sources = ["Cargo.toml", "runtime"].into_iter().chain(folder);
        let revisions = [&self.commit, &other.commit].into_iter().flatten().map(String::as_str);
        repository.differ(&revisions.collect::<Vec<_>>(), &sources.collect::<Vec<_>>())
    }
}

/// Unpacks a commit beside its folder, then renames: an interrupted run leaves no half of a checkout.
fn export(commit: &str, folder: &Path, paths: &ProjectPaths) -> anyhow::Result<()> {
    let parent = folder.parent().unwrap_or(folder);
    let stage = TemporaryFolder::create_in(parent)?;
    let unpacked = stage.path().join("checkout");
    fs::create_dir(&unpacked)?;
    let mut git = Command::new("git");
    git.arg("-C").arg(paths.project()).args(["archive", "--format=tar", commit]);
    let mut archive = git.stdout(Stdio::piped()).spawn().context("`git archive` cannot be run")?;
    let stdout = archive.stdout.take().context("`git archive` has no output")?;
    let mut tar = Command::new("tar");
    let status = tar.args(["-xf", "-", "-C"]).arg(&unpacked).stdin(stdout).status();
    let archived = archive.wait().context("`git archive` cannot be run")?;
    if !archived.success() || !status.context("`tar` cannot be run")?.success() {
        bail!("`git archive {commit}` could not be unpacked");
    }
    fs::rename(unpacked, folder)?;
    Ok(())
}
