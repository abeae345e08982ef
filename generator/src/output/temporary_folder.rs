//! Temporary folders. A process that is killed leaves its own behind, and the next one removes it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

const PREFIX: &str = ".portone-v1-";

/// The file that a living process holds locked, in its folder. The system unlocks it when the process ends.
const LOCK: &str = ".lock";

/// A folder without that file is abandoned after this time; a younger one may be about to get it.
const ABANDONED: Duration = Duration::from_secs(60);

/// A folder that is removed when this is dropped, or by a later process if this one is killed.
pub struct TemporaryFolder {
    // Dropped first: not every system removes a folder with an open file.
    _lock: File,
    folder: RemovedOnDrop,
}

struct RemovedOnDrop(PathBuf);

impl Drop for RemovedOnDrop {
    fn drop(&mut self) {
        // What stays is abandoned, and the next process removes it.
        let _ = fs::remove_dir_all(&self.0);
    }
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
            let folder = created_in(parent)?;
            if let Some(lock) = locked(&folder)? {
                return Ok(Self { _lock: lock, folder: RemovedOnDrop(folder) });
            }
        }
    }

    /// The path of the folder.
    pub fn path(&self) -> &Path {
        &self.folder.0
    }

    /// Removes the folders of killed processes in this one, as far as the disk allows: nothing depends on it.
    pub fn remove_abandoned(parent: &Path) {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(PREFIX) {
                remove_if_abandoned(&entry.path());
            }
        }
    }
}

/// A new folder. No name is used twice: another process may be about to remove the last folder that had it.
fn created_in(parent: &Path) -> io::Result<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = parent.join(format!("{PREFIX}{}-{number}", process::id()));
        match fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            // It is one of an earlier process with the same number.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
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

/// The lock is held until the folder is gone, so that nobody takes it meanwhile.
fn remove_if_abandoned(folder: &Path) {
    let lock = File::open(folder.join(LOCK));
    let is_abandoned = match &lock {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(_) => age(folder).is_some_and(|age| age > ABANDONED),
    };
    if is_abandoned {
        let _ = fs::remove_dir_all(folder);
    }
}

fn age(folder: &Path) -> Option<Duration> {
    folder.metadata().ok()?.modified().ok()?.elapsed().ok()
}
