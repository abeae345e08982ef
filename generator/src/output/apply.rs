//! Carrying a plan out: everything is written to a stage first, and then only moved; when a move
//! fails, those before it are undone. So a failed run leaves what was there.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempDir;

use super::plan::{Change, Kind, Plan};

impl Plan {
    /// Writes what differs, and nothing else: what stays the same keeps its time stamp.
    ///
    /// # Errors
    /// Fails when the disk does; what was there is then still there.
    pub fn apply(&self) -> io::Result<()> {
        let mut stages = BTreeMap::new();
        let mut changes = Vec::new();
        for (number, change) in self.changes.iter().enumerate() {
            if change.kind != Kind::Same {
                let stage = stage(&mut stages, &change.root)?;
                changes.push((change, stage.join(number.to_string())));
            }
        }
        let moves = changes.par_iter().map(|(change, stage)| staged(change, stage));
        let moves = moves.collect::<io::Result<Vec<_>>>()?;
        let mut journal = Journal::default();
        for (from, to) in moves.into_iter().flatten() {
            if let Err(error) = journal.rename(&from, &to) {
                journal.undo();
                return Err(io::Error::new(error.kind(), format!("{}: {error}", to.display())));
            }
        }
        self.tidy();
        Ok(())
    }

    /// Folders that lost their last file; removing one that still holds something fails.
    fn tidy(&self) {
        for change in &self.changes {
            if let (Kind::Delete { .. }, Some(folder)) = (&change.kind, change.path.parent()) {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

/// A sibling of the plan's folder, so that both are in one file system and a move is not a copy.
fn stage(stages: &mut BTreeMap<PathBuf, TempDir>, root: &Path) -> io::Result<PathBuf> {
    if let Some(stage) = stages.get(root) {
        return Ok(stage.path().to_owned());
    }
    let beside = root.parent().filter(|parent| !parent.as_os_str().is_empty());
    let beside = beside.unwrap_or(Path::new("."));
    fs::create_dir_all(beside)?;
    let stage = tempfile::Builder::new().prefix(".portone-v1-").tempdir_in(beside)?;
    let path = stage.path().to_owned();
    stages.insert(root.to_owned(), stage);
    Ok(path)
}

/// The moves of one change: the old file out of the way, the new one into its place.
fn staged(change: &Change, stage: &Path) -> io::Result<Vec<(PathBuf, PathBuf)>> {
    let (old, new) = (stage.with_extension("old"), stage.with_extension("new"));
    let away = (change.path.clone(), old);
    let mut moves = Vec::new();
    if matches!(change.kind, Kind::Change { .. } | Kind::Delete { .. }) {
        moves.push(away);
    }
    if let Kind::Add { new: text } | Kind::Change { new: text, .. } = &change.kind {
        fs::write(&new, text)?;
        moves.push((new, change.path.clone()));
    }
    Ok(moves)
}

/// The steps done so far, so that they can be undone.
#[derive(Default)]
struct Journal {
    renamed: Vec<(PathBuf, PathBuf)>,
    created: Vec<PathBuf>,
}

impl Journal {
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        if let Some(folder) = to.parent() {
            self.create(folder)?;
        }
        fs::rename(from, to)?;
        self.renamed.push((from.to_owned(), to.to_owned()));
        Ok(())
    }

    fn create(&mut self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.create(parent)?;
        }
        fs::create_dir(folder)?;
        self.created.push(folder.to_owned());
        Ok(())
    }

    /// As far as the disk allows; what could not be undone is no worse than not trying.
    fn undo(&self) {
        for (from, to) in self.renamed.iter().rev() {
            let _ = fs::rename(to, from);
        }
        for folder in self.created.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
