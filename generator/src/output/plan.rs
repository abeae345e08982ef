//! The changes to make on the disk.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::generated_mark::{MARK, is_generated};

/// A file to be there.
#[derive(Clone, Debug)]
pub struct Target {
    /// The path below the plan's folder.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// Every difference between the actual and the planned files.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// One entry for each file, in the order of the targets; deletions last.
    pub changes: Vec<Change>,
}

/// The action on one file.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its path.
    pub path: PathBuf,
    /// The folder that the plan is for.
    pub root: PathBuf,
    /// The path as people should see it.
    pub shown: String,
    /// The action.
    pub kind: Kind,
}

/// The four things that can happen to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is as it should be.
    Same,
    /// It is not there yet.
    Add {
        /// The text to write.
        new: String,
    },
    /// It differs.
    Change {
        /// The text that is there.
        old: String,
        /// The text to write.
        new: String,
    },
    /// It is ours and nothing makes it any more.
    Delete {
        /// The text that is there.
        old: String,
    },
}

impl Plan {
    /// Compares the targets with a folder. With `sweep`, files of ours that are no target are to
    /// be deleted.
    ///
    /// # Errors
    /// Fails when something cannot be read, or when a file stands in the way that is not ours.
    pub fn new(folder: &Path, targets: Vec<Target>, sweep: bool) -> io::Result<Self> {
        let targets = targets.into_par_iter();
        let mut changes =
            targets.map(|target| compare(folder, target)).collect::<io::Result<Vec<_>>>()?;
        if sweep {
            changes.extend(stale(folder, &changes)?);
        }
        Ok(Self { changes })
    }

    /// Both plans as one.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.changes.extend(other.changes);
        self
    }

    /// The number of files to write or delete.
    pub fn changed(&self) -> usize {
        self.changes.iter().filter(|change| change.kind != Kind::Same).count()
    }

    /// The number of files that stay as they are.
    pub fn same(&self) -> usize {
        self.changes.len() - self.changed()
    }
}

fn compare(folder: &Path, target: Target) -> io::Result<Change> {
    let path = folder.join(&target.path);
    let new = target.text;
    let kind = match read(&path)? {
        None => Kind::Add { new },
        Some(old) if old == new => Kind::Same,
        Some(old) if is_generated(&old) => Kind::Change { old, new },
        Some(_) => return Err(in_the_way(&path)),
    };
    Ok(Change { shown: shown(folder, &target.path), path, root: folder.to_owned(), kind })
}

fn shown(folder: &Path, path: &str) -> String {
    match folder.file_name() {
        Some(name) => format!("{}/{path}", name.to_string_lossy()),
        None => path.to_owned(),
    }
}

/// The text of a file, `None` when there is none. What is not text is not ours.
fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8(bytes).unwrap_or_default())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
    }
}

fn in_the_way(path: &Path) -> io::Error {
    let message = format!(
        "{} has no `{MARK}` header, so it is not overwritten\n  \
         help: move it away or delete it, then run the command again",
        path.display()
    );
    io::Error::new(io::ErrorKind::AlreadyExists, message)
}

/// Files of ours that nothing makes any more.
fn stale(folder: &Path, wanted: &[Change]) -> io::Result<Vec<Change>> {
    let wanted: HashSet<&Path> = wanted.iter().map(|change| change.path.as_path()).collect();
    let mut stale = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for path in entries(&current)? {
            if path.is_dir() {
                folders.push(path);
            } else if !wanted.contains(path.as_path()) {
                stale.extend(deletion(folder, path)?);
            }
        }
    }
    stale.sort_by(|left: &Change, right| left.path.cmp(&right.path));
    Ok(stale)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn deletion(folder: &Path, path: PathBuf) -> io::Result<Option<Change>> {
    let Some(old) = read(&path)?.filter(|text| is_generated(text)) else { return Ok(None) };
    let below = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
    Ok(Some(Change {
        shown: shown(folder, &below),
        path,
        root: folder.to_owned(),
        kind: Kind::Delete { old },
    }))
}
