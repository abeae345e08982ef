//! Where and when something was measured.

use std::fs;
use std::thread;

use crate::cargo;
use crate::date::Date;
use crate::place::Place;

/// A sentence: processor, system, Rust and the date.
pub fn described(place: &Place) -> anyhow::Result<String> {
    let rustc = cargo::read(&mut cargo::cargo(&place.project(), &["--version"]))?;
    let rustc = String::from_utf8_lossy(&rustc.stdout);
    let date = Date::today();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let (system, processor) = (std::env::consts::OS, processor());
    Ok(format!("Measured on {date}: {processor}, {threads} threads, {system}, {}.", rustc.trim()))
}

/// As Linux names it; elsewhere the architecture has to do.
fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or(std::env::consts::ARCH, |(_, name)| name).to_owned()
}
