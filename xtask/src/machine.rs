//! What a measurement was made with.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::available_parallelism;

use crate::cargo;

/// The machine, the compiler and the day, as a line of Markdown.
pub fn line(project: &Path) -> anyhow::Result<String> {
    let output = cargo::read(Command::new("rustc").arg("--version").current_dir(project))?;
    let rustc = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let cores = available_parallelism().map_or(1, usize::from);
    let (processor, date) = (processor(), jiff::Zoned::now().date());
    Ok(format!("{processor}, {cores} cores, {}; {rustc}; {date}.\n", std::env::consts::OS))
}

/// As Linux tells it.
fn processor() -> String {
    let known = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = known.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or_else(|| std::env::consts::ARCH.to_owned(), |name| name.1.to_owned())
}
