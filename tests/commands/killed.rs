//! Commands that a signal ends between two renames.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

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
        let mut kill = Command::new("kill");
        let sent = kill.args(["-s", signal, &child.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
    }
    let status = child.wait().expect("it ends");
    assert_eq!(status.code(), (!is_stopped).then_some(0), "the signal ended it");
    is_stopped
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
