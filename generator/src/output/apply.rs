//! Carrying a plan out. Everything is written to a stage first; then each file is replaced by one rename, so
//! a process that is killed between two of them leaves every file whole, and the next run goes on. When a
//! rename fails, those before it are undone.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::faults;
use super::journal::{Journal, Step};
use super::plan::{Change, Kind, Plan};
use super::stages::Stages;

impl Plan {
    /// Writes what differs, and nothing else: what stays the same keeps its time stamp. The folder for stages
    /// is created; it must not be one that the plan is for.
    ///
    /// # Errors
    /// Fails when the disk does; what was there is then still there.
    pub fn apply(&self, folder: &Path) -> io::Result<()> {
        let mut stages = Stages::below(folder);
        let mut changes = Vec::new();
        for (number, change) in self.changes.iter().enumerate() {
            if change.kind != Kind::Same {
                let stage = stages.of(&change.root)?;
                changes.push((change, stage.join(number.to_string())));
            }
        }
        let steps = changes.par_iter().map(|(change, stage)| staged(change, stage));
        let steps = steps.collect::<io::Result<Vec<_>>>()?;
        let mut journal = Journal::default();
        for step in steps {
            let path = step.path.clone();
            if let Err(error) = journal.carry_out(step) {
                journal.undo();
                return Err(io::Error::new(error.kind(), format!("{}: {error}", path.display())));
            }
        }
        let _ = faults::before_step(journal.len());
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

/// The step of one change: the new text is in the stage, and so is the old file if there is one.
fn staged(change: &Change, stage: &Path) -> io::Result<Step> {
    let (old, new) = (stage.with_extension("old"), stage.with_extension("new"));
    let path = change.path.clone();
    let mut step = Step { path, new: None, old: None };
    if let Kind::Add { new: text } | Kind::Change { new: text, .. } = &change.kind {
        fs::write(&new, text)?;
        step.new = Some(new);
    }
    match &change.kind {
        Kind::Change { .. } => {
            keep(&change.path, &old)?;
            step.old = Some(old);
        }
        Kind::Delete { .. } => step.old = Some(old),
        Kind::Add { .. } | Kind::Same => {}
    }
    Ok(step)
}

/// A second name for a file, or a copy of it where the file system has no links.
fn keep(path: &Path, old: &Path) -> io::Result<()> {
    fs::hard_link(path, old).or_else(|_| fs::copy(path, old).map(drop))
}
