//! Folders for staged files, each in the file system of the files that it is for: a rename is then one step.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::temporary_folder::TemporaryFolder;

/// The stages of a plan, by the folder that they are for. They are removed when this is dropped.
pub struct Stages {
    folder: PathBuf,
    shared: Option<TemporaryFolder>,
    beside: BTreeMap<PathBuf, TemporaryFolder>,
}

impl Stages {
    /// None yet; they will be below this folder.
    pub fn below(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), shared: None, beside: BTreeMap::new() }
    }

    /// The stage for a file or a folder. It is beside it if the common folder is in another file system.
    pub fn of(&mut self, root: &Path) -> io::Result<PathBuf> {
        if self.shared.is_none() {
            self.shared = Some(TemporaryFolder::create_in(&self.folder)?);
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
        let stage = TemporaryFolder::create_in(parent)?;
        let path = stage.path().to_owned();
        self.beside.insert(root.to_owned(), stage);
        Ok(path)
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
