//! Carrying a plan out: everything is written beside the goal first and then moved into place, so
//! that a failure leaves what was there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::plan::{Kind, Plan};

impl Plan {
    /// Writes what differs, and nothing else: what stays the same keeps its time stamp.
    ///
    /// # Errors
    /// Fails when the disk does; what was there is then still there.
    pub fn apply(&self, beside: &Path) -> io::Result<()> {
        if self.changed() == 0 {
            return Ok(());
        }
        // In the same file system as the goal, or a move would be a copy.
        let stage = tempfile::Builder::new().prefix(".portone-v1-").tempdir_in(beside)?;
        let staged = self.stage(stage.path())?;
        for (from, to) in staged {
            if let Some(folder) = to.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::rename(from, to)?;
        }
        self.delete()
    }

    fn stage(&self, folder: &Path) -> io::Result<Vec<(PathBuf, PathBuf)>> {
        let mut staged = Vec::new();
        for (number, change) in self.changes.iter().enumerate() {
            if let Kind::Add { new } | Kind::Change { new, .. } = &change.kind {
                let path = folder.join(number.to_string());
                fs::write(&path, new)?;
                staged.push((path, change.path.clone()));
            }
        }
        Ok(staged)
    }

    fn delete(&self) -> io::Result<()> {
        for change in &self.changes {
            if matches!(change.kind, Kind::Delete { .. }) {
                fs::remove_file(&change.path)?;
                remove_if_empty(change.path.parent());
            }
        }
        Ok(())
    }
}

/// A folder that still holds something stays: removing it fails, and that is right.
fn remove_if_empty(folder: Option<&Path>) {
    if let Some(folder) = folder {
        let _ = fs::remove_dir(folder);
    }
}
