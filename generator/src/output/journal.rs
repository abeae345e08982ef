//! The steps that were carried out, so that they can be undone.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::faults;

/// One rename: a new file into its place, or an old one out of it.
pub struct Step {
    /// The path of the file.
    pub path: PathBuf,
    /// The staged text; `None` to delete the file.
    pub new: Option<PathBuf>,
    /// The old file in the stage; `None` if there was none. That of a deletion is moved there by the step.
    pub old: Option<PathBuf>,
}

/// The steps so far, and the folders that they created.
#[derive(Default)]
pub struct Journal {
    steps: Vec<Step>,
    created: Vec<PathBuf>,
}

impl Journal {
    /// The number of steps so far.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Carries a step out.
    pub fn carry_out(&mut self, step: Step) -> io::Result<()> {
        faults::before_step(self.len())?;
        match (&step.new, &step.old) {
            (Some(new), _) => {
                if let Some(folder) = step.path.parent() {
                    self.create(folder)?;
                }
                fs::rename(new, &step.path)?;
            }
            (None, Some(old)) => fs::rename(&step.path, old)?,
            (None, None) => {}
        }
        self.steps.push(step);
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
    pub fn undo(&self) {
        for step in self.steps.iter().rev() {
            let _ = match &step.old {
                Some(old) => fs::rename(old, &step.path),
                None => fs::remove_file(&step.path),
            };
        }
        for folder in self.created.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
