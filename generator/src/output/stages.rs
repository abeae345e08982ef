//! Folders for staged files, each in the file system of the files that it is for: a rename is then one step.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

const PREFIX: &str = ".portone-v1-";

/// A stage of a killed process is removed after this time; a younger one may be in use.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// The stages of a plan, by the folder that they are for. They are removed when this is dropped.
pub struct Stages {
    folder: PathBuf,
    shared: Option<TempDir>,
    beside: BTreeMap<PathBuf, TempDir>,
}

impl Stages {
    /// None yet; they will be below this folder.
    pub fn below(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), shared: None, beside: BTreeMap::new() }
    }

    /// The stage for a file or a folder. It is beside it if the common folder is in another file system.
    pub fn of(&mut self, root: &Path) -> io::Result<PathBuf> {
        if self.shared.is_none() {
            fs::create_dir_all(&self.folder)?;
            remove_abandoned(&self.folder);
            self.shared = Some(stage_in(&self.folder)?);
        }
        match &self.shared {
            Some(shared) if is_same_file_system(shared.path(), root) => {
                Ok(shared.path().to_owned())
            }
            _ => self.beside(root),
        }
    }

    fn beside(&mut self, root: &Path) -> io::Result<PathBuf> {
        if let Some(stage) = self.beside.get(root) {
            return Ok(stage.path().to_owned());
        }
        let parent = root.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        fs::create_dir_all(parent)?;
        let stage = stage_in(parent)?;
        let path = stage.path().to_owned();
        self.beside.insert(root.to_owned(), stage);
        Ok(path)
    }
}

fn stage_in(folder: &Path) -> io::Result<TempDir> {
    tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder)
}

/// As far as the disk allows: nothing depends on it.
fn remove_abandoned(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_stage = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let age = modified.ok().and_then(|time| time.elapsed().ok());
        if is_stage && age.is_some_and(|age| age > ABANDONED) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Compares the devices of a folder and of the closest existing folder around a path.
#[cfg(unix)]
fn is_same_file_system(folder: &Path, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let absolute = std::path::absolute(path);
    let absolute = absolute.as_deref().unwrap_or(path);
    let around = absolute.ancestors().find_map(|path| fs::metadata(path).ok());
    let device = fs::metadata(folder).ok().map(|folder| folder.dev());
    device.is_some() && device == around.map(|around| around.dev())
}

/// Compares the drives.
#[cfg(not(unix))]
fn is_same_file_system(folder: &Path, path: &Path) -> bool {
    let drive = |path: &Path| {
        let path = std::path::absolute(path).ok()?;
        path.components().next().map(|drive| drive.as_os_str().to_owned())
    };
    drive(folder) == drive(path)
}
