//! A journal in a file.

mod batch;
mod compaction;
mod contents;
mod line;
mod locked_file;
mod numbered_line;
mod stored_intent;
mod unreadable;
mod writer;

use std::fmt;
use std::fs;
use std::io;
use std::path::{self, Path, PathBuf};
use std::sync::Arc;

use self::compaction::Compaction;
use self::contents::Contents;
use self::line::Line;
use self::locked_file::{LockedFile, not_a_journal};
use self::writer::Writer;
use super::entry::JournalEntry;
use super::intent::Intent;
use super::intent_id::IntentId;
use super::outcome::Outcome;
use super::store::{Journal, JournalFuture};
use crate::error::JournalError;

/// The length in bytes up to which a file is not compacted.
const COMPACT_ABOVE: u64 = 1024 * 1024;

/// A journal in a file, for all processes of one machine. Clones share its thread.
///
/// Each intent is a line that is on the disk (`fsync`) before its request is sent; intents of calls that run
/// at the same time share one `fsync`. Outcomes are lines, too, and do not wait for the disk: one that is lost
/// with the power leaves its intent open, and recovery looks that up.
///
/// - **Each line has a checksum.** A line that a process or the power left unfinished counts as absent, since
///   its request was not sent. Any other line that cannot be read is kept and reported, and the others are
///   used.
/// - **A full disk** fails the calls before anything is sent, and leaves the file as it was.
/// - **The file is compacted** when it has grown: intents that were closed a day ago or earlier are removed,
///   unless recovery still needs them.
/// - **Several processes** take turns by a lock on `NAME.lock`, beside the file. Network file systems are not
///   supported: their locks and their `fsync` promise less.
/// - **Only its owner can read it**, on Unix (mode 0600).
///
/// The folder must exist, and belongs on a disk that outlives the process: not on that of a container.
///
/// # Example
///
/// ```
/// use portone_v1::FileJournal;
/// # let folder = std::env::temp_dir().join(format!("portone-journal-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let path = folder.join("payments.journal");
///
/// let journal = FileJournal::open(&path)?;
/// # drop(journal);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct FileJournal {
    writer: Arc<Writer>,
}

impl FileJournal {
    /// Opens the journal in this file, and creates the file if there is none.
    ///
    /// # Errors
    ///
    /// If the file cannot be written, or is not a journal: then it is left as it is.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, JournalError> {
        let path = path.as_ref();
        match resolve(path).and_then(|path| create(&path).map(|()| path)) {
            Ok(path) => Ok(Self::with(path, COMPACT_ABOVE)),
            Err(error) => Err(failure(path, &error)),
        }
    }

    /// Sets the length in bytes up to which the file is not compacted; the default is 1 MiB.
    #[must_use]
    pub fn compact_above(self, bytes: u64) -> Self {
        Self::with(self.writer.path().to_owned(), bytes)
    }

    fn with(path: PathBuf, compact_above: u64) -> Self {
        Self { writer: Arc::new(Writer::new(path, Compaction::above(compact_above))) }
    }

    async fn append(&self, line: Line<'_>, durable: bool) -> Result<(), JournalError> {
        let appended = self.writer.append(line, durable).await;
        appended.map_err(|error| failure(self.writer.path(), &error))
    }

    async fn look<T>(&self, find: impl FnOnce(Contents<'_>) -> T) -> Result<T, JournalError> {
        let read = self.writer.read().await;
        let found =
            read.and_then(|bytes| Contents::parse(&bytes).map(find).ok_or_else(not_a_journal));
        found.map_err(|error| failure(self.writer.path(), &error))
    }
}

impl Journal for FileJournal {
    fn record_intent<'a>(&'a self, intent: &'a Intent) -> JournalFuture<'a, ()> {
        Box::pin(async move {
            let json = intent.to_json();
            self.append(Line::Intent { id: intent.id(), json: &json }, true).await
        })
    }

    fn record_outcome<'a>(&'a self, id: &'a IntentId, outcome: Outcome) -> JournalFuture<'a, ()> {
        Box::pin(self.append(Line::Outcome { id: *id, outcome }, false))
    }

    fn open<'a>(
        &'a self,
        after: Option<&'a IntentId>,
        limit: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        Box::pin(self.look(move |contents| contents.open(after).take(limit).collect()))
    }

    fn related<'a>(&'a self, subject: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        Box::pin(self.look(move |contents| contents.related(subject).collect()))
    }

    fn unreadable(&self) -> JournalFuture<'_, Vec<String>> {
        let sentence = |line| format!("{}: {line}", self.writer.path().display());
        Box::pin(self.look(move |contents| contents.unreadable().map(sentence).collect()))
    }
}

impl fmt::Debug for FileJournal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.writer.path();
        formatter.debug_struct("FileJournal").field("path", &path).finish_non_exhaustive()
    }
}

/// The path of the file itself, so that every name of it leads to the same lock.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    if let Ok(file) = fs::metadata(path) {
        // Before the file for the lock is created.
        return match file.is_file() {
            true => path.canonicalize(),
            false => Err(io::Error::other("it is not a regular file")),
        };
    }
    let path = path::absolute(path)?;
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => Ok(folder.canonicalize()?.join(name)),
        _ => Err(io::Error::other("it is not the name of a file")),
    }
}

fn create(path: &Path) -> io::Result<()> {
    LockedFile::lock(path)?.create()
}

fn failure(path: &Path, error: &io::Error) -> JournalError {
    let message = format!("{}: {error}", path.display());
    JournalError::new(io::Error::new(error.kind(), message))
}
