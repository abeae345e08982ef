//! A generator that is called in rounds, and its times.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::rust_files;

/// Preparation of a call, which is not timed.
type Prepare<'g> = Box<dyn Fn() -> anyhow::Result<()> + 'g>;

/// A generator.
pub struct Generator<'g> {
    /// The name and version.
    pub name: String,
    /// The input, and remarks.
    pub note: String,
    /// True for this project's generator.
    pub is_ours: bool,
    /// The folder of the generated crate.
    pub folder: PathBuf,
    /// The preparation of each call.
    pub prepare: Prepare<'g>,
    /// The call.
    pub command: Box<dyn Fn() -> Command + 'g>,
}

/// The times of one generator.
pub struct Timing {
    /// The name and version.
    pub name: String,
    /// The input, and remarks.
    pub note: String,
    /// True for this project's generator.
    pub is_ours: bool,
    /// The time of each round, or the reason why there is none.
    pub times: Result<Vec<Duration>, String>,
    /// The lines of generated Rust.
    pub lines: usize,
}

impl Generator<'_> {
    /// Calls the generator once.
    pub fn time(&self) -> anyhow::Result<Duration> {
        (self.prepare)()?;
        flush_disk();
        let mut command = (self.command)();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        let status = command.status().with_context(|| format!("{} cannot be run", self.name))?;
        let time = start.elapsed();
        if !status.success() {
            bail!("{} failed", self.name);
        }
        Ok(time)
    }

    /// The times with the lines of the last output.
    pub fn timing(&self, times: Vec<Duration>) -> anyhow::Result<Timing> {
        let (name, note) = (self.name.clone(), self.note.clone());
        let lines = lines(&self.folder)
            .with_context(|| format!("{} cannot be read", self.folder.display()))?;
        Ok(Timing { name, note, is_ours: self.is_ours, times: Ok(times), lines })
    }
}

impl Timing {
    /// A generator that could not be called.
    pub fn missing(name: &str, reason: &str) -> Self {
        let (name, times) = (name.to_owned(), Err(reason.to_owned()));
        Self { name, note: String::new(), is_ours: false, times, lines: 0 }
    }
}

/// Waits until earlier output is on the disk, so that the next call does not pay for it. Systems
/// without `sync` measure without it.
fn flush_disk() {
    let _ = Command::new("sync").status();
}

/// The lines of Rust below a folder.
fn lines(folder: &Path) -> std::io::Result<usize> {
    let mut count = 0;
    for path in rust_files::below(folder)? {
        count += fs::read_to_string(path)?.lines().count();
    }
    Ok(count)
}
