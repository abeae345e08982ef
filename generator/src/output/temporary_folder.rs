//! Temporary folders. A process that is killed leaves its own behind, and the next one removes it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

const PREFIX: &str = ".portone-v1-";

/// The file that a living process holds locked, in its folder. The system unlocks it when the process ends.
const LOCK: &str = ".lock";

/// A folder without that file is abandoned after this time; a younger one may be about to get it.
const ABANDONED: Duration = Duration::from_secs(60);

/// A folder that is removed when this is dropped, or by a later process if this one is killed.
pub struct TemporaryFolder {
    // Dropped first: not every system removes a folder with an open file.
    _lock: File,
    folder: TempDir,
}

impl TemporaryFolder {
    /// A new folder in this one, which is created. Abandoned ones beside it are removed.
    ///
    /// # Errors
    /// Fails when the disk does.
    pub fn create_in(parent: &Path) -> io::Result<Self> {
        fs::create_dir_all(parent)?;
        Self::remove_abandoned(parent);
        loop {
            let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)?;
            if let Some(lock) = locked(folder.path())? {
                return Ok(Self { _lock: lock, folder });
            }
        }
    }

    /// The path of the folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Removes the folders of killed processes in this one, as far as the disk allows: nothing depends on it.
    pub fn remove_abandoned(parent: &Path) {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            let is_temporary = entry.file_name().to_string_lossy().starts_with(PREFIX);
            if is_temporary && is_abandoned(&entry.path()) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// The locked file of a new folder; `None` if another process has taken the folder for an abandoned one meanwhile.
fn locked(folder: &Path) -> io::Result<Option<File>> {
    let path = folder.join(LOCK);
    let lock = match File::create(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        lock => lock?,
    };
    let is_taken = match lock.try_lock() {
        Err(TryLockError::WouldBlock) => true,
        // A file system without locks keeps what a killed process leaves.
        Ok(()) | Err(TryLockError::Error(_)) => !path.exists(),
    };
    Ok((!is_taken).then_some(lock))
}

fn is_abandoned(folder: &Path) -> bool {
    match File::open(folder.join(LOCK)) {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(_) => age(folder).is_some_and(|age| age > ABANDONED),
    }
}

fn age(folder: &Path) -> Option<Duration> {
    folder.metadata().ok()?.modified().ok()?.elapsed().ok()
}
