//! Jobs that are done under one lock.

use std::io;
use std::path::Path;
use std::sync::Arc;

use tokio::sync::oneshot;

use super::compaction::Compaction;
use super::locked_file::LockedFile;

/// The receiver of a job's result; a call that was dropped has closed it.
pub(super) type Reply<T> = oneshot::Sender<io::Result<T>>;

/// A job on a journal file.
pub(super) enum Job {
    Append { line: String, durable: bool, reply: Reply<()> },
    Read { reply: Reply<Vec<u8>> },
}

/// Jobs that are done under one lock: the lines are written together and wait for the disk once, and
/// what is read contains them.
#[derive(Default)]
pub(super) struct Batch {
    lines: String,
    durable: bool,
    appends: Vec<Reply<()>>,
    reads: Vec<Reply<Vec<u8>>>,
}

impl FromIterator<Job> for Batch {
    fn from_iter<T: IntoIterator<Item = Job>>(jobs: T) -> Self {
        let mut batch = Self::default();
        for job in jobs {
            batch.add(job);
        }
        batch
    }
}

impl Batch {
    fn add(&mut self, job: Job) {
        match job {
            Job::Append { line, durable, reply } => {
                self.lines.push_str(&line);
                self.durable |= durable;
                self.appends.push(reply);
            }
            Job::Read { reply } => self.reads.push(reply),
        }
    }

    /// Does the jobs, and compacts the file if it has grown.
    pub(super) fn run(self, path: &Path, compaction: &mut Compaction) {
        match LockedFile::lock(path) {
            Ok(file) => self.run_locked(&file, compaction),
            Err(error) => {
                let error = Arc::new(error);
                answer(self.appends, &Err(Arc::clone(&error)));
                answer(self.reads, &Err(error));
            }
        }
    }

    fn run_locked(self, file: &LockedFile<'_>, compaction: &mut Compaction) {
        let length = match self.lines.as_str() {
            "" => Ok(0),
            lines => file.append(lines.as_bytes(), self.durable).map_err(Arc::new),
        };
        answer(self.appends, &length.clone().map(drop));
        if !self.reads.is_empty() {
            answer(self.reads, &file.read().map_err(Arc::new));
        }
        // A file that is not compacted is complete, and only longer.
        let _ = length.map(|length| compaction.run(file, length));
    }
}

/// Sends a result to all who wait for it.
fn answer<T: Clone>(replies: Vec<Reply<T>>, result: &Result<T, Arc<io::Error>>) {
    for reply in replies {
        let copy = result.clone().map_err(|error| io::Error::new(error.kind(), error));
        let _ = reply.send(copy);
    }
}
