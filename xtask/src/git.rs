//! The `git` program, asked about one repository. It reads; nothing here changes a repository.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, anyhow, bail};

mod state;
mod unknown;

/// The repository that a folder lies in. Paths that git is asked for begin in that folder.
pub struct Repository {
    folder: PathBuf,
}

/// A regular file in a commit.
pub struct Blob {
    /// The path below the folder.
    pub path: String,
    id: String,
}

impl Repository {
    /// Fails when the folder is in no repository, or in one that git refuses to read.
    pub fn around(folder: &Path) -> anyhow::Result<Self> {
        let repository = Self { folder: folder.to_owned() };
        let output = repository.run(&["rev-parse", "--git-dir"])?;
        if output.status.success() {
            return Ok(repository);
        }
        bail!(
            "no git repository can be read around {}: {}\n  help: name two folders, which need no \
             repository: `cargo xtask diff BEFORE AFTER`",
            folder.display(),
            first_line(&output.stderr)
        )
    }

    /// The commit of a revision, if there is one.
    pub fn find(&self, revision: &str) -> anyhow::Result<Option<String>> {
        if revision.is_empty() || revision.starts_with('-') {
            return Ok(None);
        }
        let commit = format!("{revision}^{{commit}}");
        let output = self.run(&["rev-parse", "--verify", "--quiet", &commit])?;
        Ok(output.status.success().then(|| first_line(&output.stdout)))
    }

    /// The commit of a revision; says what may be meant when there is none.
    pub fn resolve(&self, revision: &str) -> anyhow::Result<String> {
        match self.find(revision)? {
            Some(commit) => Ok(commit),
            None => Err(unknown::revision(self, revision)),
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

    /// This help, or how to get the history of a shallow clone.
    pub fn help<'h>(&self, otherwise: &'h str) -> &'h str {
        if self.is_shallow() { unknown::DEEPEN } else { otherwise }
    }

    /// Whether only the newest commits were cloned.
    fn is_shallow(&self) -> bool {
        let output = self.run(&["rev-parse", "--is-shallow-repository"]);
        output.is_ok_and(|output| first_line(&output.stdout) == "true")
    }

    /// The short names of branches and tags.
    fn names(&self) -> Vec<String> {
        let output = self.run(&["for-each-ref", "--format=%(refname:short)"]);
        let output = output.map(|output| output.stdout).unwrap_or_default();
        String::from_utf8_lossy(&output).lines().map(str::to_owned).collect()
    }

    /// Every regular file of a commit below the folder.
    pub fn files(&self, commit: &str) -> anyhow::Result<Vec<Blob>> {
        let listing = self.read(&["ls-tree", "-r", "-z", commit])?;
        let listing = String::from_utf8_lossy(&listing).into_owned();
        Ok(listing.split('\0').filter_map(blob).collect())
    }

    /// The text of a file that [`Repository::files`] named.
    pub fn text(&self, blob: &Blob) -> anyhow::Result<String> {
        let bytes = self.read(&["cat-file", "blob", &blob.id])?;
        String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", blob.path))
    }

    /// The text of a file by its path, which may lead out of the folder; `None` when it is not there.
    pub fn text_at(&self, commit: &str, path: &str) -> anyhow::Result<Option<String>> {
        let output = self.run(&["cat-file", "blob", &format!("{commit}:./{path}")])?;
        Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
    }

    fn read(&self, arguments: &[&str]) -> anyhow::Result<Vec<u8>> {
        let output = self.run(arguments)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        bail!("`git {}` failed: {}", arguments.join(" "), first_line(&output.stderr))
    }

    fn run(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(arguments).env("LC_ALL", "C");
        command.output().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => anyhow!(
                "there is no program `git` to read revisions with\n  help: install it, or name two \
                 folders: `cargo xtask diff BEFORE AFTER`"
            ),
            _ => anyhow::Error::new(error).context("`git` could not be run"),
        })
    }
}

/// A line of `git ls-tree -z`: `100644 blob 2f5c…<tab>api.yaml`. Links and submodules are no files.
fn blob(line: &str) -> Option<Blob> {
    let (facts, path) = line.split_once('\t')?;
    let mut facts = facts.split(' ');
    let (mode, _, id) = (facts.next()?, facts.next()?, facts.next()?);
    mode.starts_with("100").then(|| Blob { path: path.to_owned(), id: id.to_owned() })
}

fn first_line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().next().unwrap_or_default().to_owned()
}
