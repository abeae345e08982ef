//! The machine and the day of a measurement.

use std::fs;
use std::thread;
use std::time::SystemTime;

use crate::cargo;
use crate::project::Project;

/// A sentence: the day, processor, system and the version of cargo.
pub fn describe(project: &Project) -> anyhow::Result<String> {
    let version = cargo::read(&mut cargo::cargo(&project.root, &["--version"]))?;
    let version = String::from_utf8_lossy(&version.stdout);
    let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    let (date, _) = now.split_once('T').unwrap_or((&now, ""));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let (system, processor) = (std::env::consts::OS, processor());
    Ok(format!("Measured on {date}: {processor}, {threads} threads, {system}, {}.", version.trim()))
}

/// The name that Linux gives; elsewhere the architecture.
fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or(std::env::consts::ARCH, |(_, name)| name).to_owned()
}
