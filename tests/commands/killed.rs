//! Commands that a signal ends: between two renames, or while they build something.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// The signals of `kill -9`, of Ctrl-C, and of a machine that shuts down.
const SIGNALS: [(&str, u32); 3] = [("KILL", 9), ("INT", 2), ("TERM", 15)];

/// Ends the command before this rename, with one of the signals. Returns false if it has fewer renames and
/// came to its end.
pub fn before_rename(number: usize, command: &mut Command) -> bool {
    command.env("PORTONE_V1_OUTPUT_FAULT", format!("stop:{number}"));
    let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let stderr = BufReader::new(child.stderr.take().expect("it is piped"));
    let stopped = format!("stopped before step {number}");
    let mut lines = stderr.lines().map(|line| line.expect("it is text"));
    let is_stopped = lines.any(|line| line == stopped);
    if is_stopped {
        let signal = signal(number);
        send(signal, &child.id().to_string());
    }
    let status = child.wait().expect("it ends");
    assert_eq!(status.code(), (!is_stopped).then_some(0), "the signal ended it");
    is_stopped
}

/// Starts the command, and ends it and its children with a signal as soon as there is a file.
pub fn when_there_is(file: &Path, number: usize, command: &mut Command) {
    let mut child = command.process_group(0).stderr(Stdio::null()).spawn().expect("it starts");
    while !file.exists() {
        assert_eq!(child.try_wait().expect("it runs"), None, "it ended before");
        thread::sleep(Duration::from_millis(10));
    }
    send(signal(number), &format!("-{}", child.id()));
    assert_eq!(child.wait().expect("it ends").code(), None, "the signal ended it");
}

fn send(signal: &str, process: &str) {
    let sent = Command::new("kill").args(["-s", signal, "--", process]).status();
    assert!(sent.expect("kill runs").success());
}

/// One of the signals; SIGKILL instead of one that this process ignores, and its children with it: that is so if
/// the tests run behind `nohup`, or in the background of a script.
fn signal(number: usize) -> &'static str {
    let (name, signal) = SIGNALS[number % SIGNALS.len()];
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    if ignored.is_some_and(|mask| mask >> (signal - 1) & 1 == 1) { SIGNALS[0].0 } else { name }
}
