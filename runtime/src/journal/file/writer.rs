//! The thread that works on a journal file.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver, Sender};
use std::{io, iter, thread};

use tokio::sync::oneshot;

use super::batch::{Batch, Job, Reply};
use super::compaction::Compaction;
use super::line::Line;
use crate::per_process::PerProcess;

/// A thread that works on a journal file. It waits for the lock and the disk, which would hold up the executor
/// of a caller; jobs that arrive meanwhile are its next batch.
pub(super) struct Writer {
    path: PathBuf,
    compaction: Compaction,
    thread: PerProcess<OnceLock<Sender<Job>>>,
}

impl Writer {
    pub(super) fn new(path: PathBuf, compaction: Compaction) -> Self {
        Self { path, compaction, thread: PerProcess::new() }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) async fn append(&self, line: Line<'_>, durable: bool) -> io::Result<()> {
        let line = line.write();
        self.run(|reply| Job::Append { line, durable, reply }).await
    }

    pub(super) async fn read(&self) -> io::Result<Vec<u8>> {
        self.run(|reply| Job::Read { reply }).await
    }

    async fn run<T>(&self, job: impl FnOnce(Reply<T>) -> Job) -> io::Result<T> {
        let (reply, result) = oneshot::channel();
        self.thread()?.send(job(reply)).map_err(|_| ended())?;
        result.await.unwrap_or_else(|_| Err(ended()))
    }

    /// The thread of this process; the first job in a process starts it, and the last sender ends it.
    fn thread(&self) -> io::Result<&Sender<Job>> {
        let thread = self.thread.get(OnceLock::new);
        if let Some(thread) = thread.get() {
            return Ok(thread);
        }
        let started = self.start()?;
        Ok(thread.get_or_init(|| started))
    }

    fn start(&self) -> io::Result<Sender<Job>> {
        let (sender, jobs) = mpsc::channel();
        let (path, compaction) = (self.path.clone(), self.compaction);
        let thread = thread::Builder::new().name("portone-v1-journal".to_owned());
        thread.spawn(move || work(&path, compaction, &jobs))?;
        Ok(sender)
    }
}

fn work(path: &Path, mut compaction: Compaction, jobs: &Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        let batch: Batch = iter::once(first).chain(jobs.try_iter()).collect();
        batch.run(path, &mut compaction);
    }
}

fn ended() -> io::Error {
    io::Error::other("its thread has ended")
}
