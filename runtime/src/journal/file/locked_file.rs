//! The journal file, for the process that holds its lock.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::contents::HEADER;

/// A journal file, for as long as its lock is held.
///
/// The lock is on a file beside it, since compaction puts another file in the place of the journal. Each
/// job opens both anew: no handle outlives a compaction by another process, and a forked process has none
/// of its parent's.
pub(super) struct LockedFile<'a> {
    path: &'a Path,
    /// Not empty while the name of the journal may not be on the disk.
    lock: File,
}

impl<'a> LockedFile<'a> {
    /// Waits for the lock, and completes what a process that was killed has left.
    pub(super) fn lock(path: &'a Path) -> io::Result<Self> {
        let lock = new_file().truncate(false).open(beside(path, ".lock"))?;
        fs4::FileExt::lock(&lock)?;
        let file = Self { path, lock };
        if file.lock.metadata()?.len() > 0 {
            file.sync_name()?;
        }
        Ok(file)
    }

    /// Creates the file if there is none, or an empty one.
    pub(super) fn create(&self) -> io::Result<()> {
        match fs::metadata(self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.replace(&header()),
            Err(error) => Err(error),
            Ok(file) if !file.is_file() => Err(io::Error::other("it is not a regular file")),
            Ok(file) if file.len() == 0 => self.replace(&header()),
            Ok(_) if self.read()?.starts_with(&header()) => Ok(()),
            Ok(_) => Err(not_a_journal()),
        }
    }

    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        fs::read(self.path)
    }

    /// Appends whole lines, and waits until the disk has them if they are to be durable. Returns the
    /// length of the file. If it fails, the file is as it was.
    pub(super) fn append(&self, lines: &[u8], durable: bool) -> io::Result<u64> {
        let mut file = OpenOptions::new().read(true).write(true).open(self.path)?;
        let end = cut_unfinished_line(&mut file)?;
        file.seek(SeekFrom::Start(end))?;
        let written = file.write_all(lines).and_then(|()| match durable {
            true => file.sync_data(),
            false => Ok(()),
        });
        match written {
            Ok(()) => file.stream_position(),
            Err(error) => {
                // If this fails too, the next job does it.
                let _ = file.set_len(end);
                Err(error)
            }
        }
    }

    /// Puts a file with other contents in the place of the journal. A process that is killed at any
    /// moment leaves the one or the other.
    pub(super) fn replace(&self, contents: &[u8]) -> io::Result<()> {
        let new = beside(self.path, ".new");
        let written = self.write_new(&new, contents).and_then(|()| fs::rename(&new, self.path));
        if let Err(error) = written {
            let _ = fs::remove_file(&new);
            return Err(error);
        }
        self.sync_name()
    }

    fn write_new(&self, new: &Path, contents: &[u8]) -> io::Result<()> {
        let mut file = new_file().truncate(true).open(new)?;
        file.write_all(contents)?;
        file.sync_all()?;
        (&self.lock).write_all(b"renamed")
    }

    /// Makes the name of the journal durable.
    fn sync_name(&self) -> io::Result<()> {
        sync_folder(self.path.parent().unwrap_or(Path::new("/")))?;
        self.lock.set_len(0)
    }
}

impl Drop for LockedFile<'_> {
    fn drop(&mut self) {
        // Closing it would not be enough: a process that was forked meanwhile has the handle, too.
        let _ = fs4::FileExt::unlock(&self.lock);
    }
}

/// The error about a file that something else has written.
pub(super) fn not_a_journal() -> io::Error {
    let problem = "it is not a journal, or its first line is damaged; it was left as it is";
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

fn header() -> Vec<u8> {
    format!("{HEADER}\n").into_bytes()
}

/// Cuts off what follows the last line break, which was never completely written. Returns the length.
fn cut_unfinished_line(file: &mut File) -> io::Result<u64> {
    let length = file.seek(SeekFrom::End(0))?;
    if ends_line(file, length)? {
        return Ok(length);
    }
    let mut contents = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut contents)?;
    let last = contents.iter().rposition(|byte| *byte == b'\n').ok_or_else(not_a_journal)?;
    let end = last as u64 + 1;
    file.set_len(end)?;
    Ok(end)
}

fn ends_line(file: &mut File, length: u64) -> io::Result<bool> {
    let mut last = [0];
    let Some(position) = length.checked_sub(1) else { return Ok(false) };
    file.seek(SeekFrom::Start(position))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// A file that is created if there is none, for its owner alone.
fn new_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows has no handle of a folder that could be synchronised.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}
