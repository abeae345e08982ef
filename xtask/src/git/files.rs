//! Files of a commit.

use anyhow::Context;

use super::repository::Repository;

/// A regular file in a commit.
pub struct Blob {
    /// The path, relative to the folder.
    pub path: String,
    id: String,
}

impl Repository {
    /// Every regular file of a commit below the folder.
    pub fn files(&self, commit: &str) -> anyhow::Result<Vec<Blob>> {
        let listing = self.read(&["ls-tree", "-r", "-z", commit])?;
        let listing = String::from_utf8_lossy(&listing).into_owned();
        Ok(listing.split('\0').filter_map(blob).collect())
    }

    /// The text of a file.
    pub fn text(&self, blob: &Blob) -> anyhow::Result<String> {
        let bytes = self.read(&["cat-file", "blob", &blob.id])?;
        String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", blob.path))
    }

    /// The text of a file by its path, which may begin with `..`; `None` if the file does not exist.
    pub fn text_at(&self, commit: &str, path: &str) -> anyhow::Result<Option<String>> {
        let output = self.run(&["cat-file", "blob", &format!("{commit}:./{path}")])?;
        Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
    }
}

/// A line of `git ls-tree -z`: `100644 blob 2f5c…<tab>api.yaml`. Links and submodules are skipped.
fn blob(line: &str) -> Option<Blob> {
    let (facts, path) = line.split_once('\t')?;
    let mut facts = facts.split(' ');
    let (mode, _, id) = (facts.next()?, facts.next()?, facts.next()?);
    mode.starts_with("100").then(|| Blob { path: path.to_owned(), id: id.to_owned() })
}
