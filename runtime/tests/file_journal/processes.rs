//! Several processes with one journal.

use std::collections::BTreeSet;
use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::UNIX_EPOCH;

use portone_v1_runtime::{FileJournal, IntentId, Journal, Outcome};

use crate::fixture::{DAY, Folder, close, intent, intent_at, open, unreadable, wait};

const JOURNAL: &str = "PORTONE_TESTS_JOURNAL";
const FIRST: &str = "PORTONE_TESTS_FIRST";

/// Another process with the journal: a test of this binary, which prints the identifier of each intent that is
/// durable and open.
pub(crate) struct Process {
    process: Child,
    printed: BufReader<ChildStdout>,
    durable: BTreeSet<IntentId>,
}

impl Process {
    pub(crate) fn start(role: &str, folder: &Folder, first: u64) -> Self {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", role, "--nocapture"]);
        command.env(JOURNAL, folder.journal()).env(FIRST, first.to_string());
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let printed = BufReader::new(process.stdout.take().unwrap());
        Self { process, printed, durable: BTreeSet::new() }
    }

    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
    }

    /// Waits for an intent that is durable; none if the process has ended.
    pub(crate) fn next(&mut self) -> Option<IntentId> {
        loop {
            let mut line = String::new();
            if self.printed.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            // The last line may be half a one.
            let id = line.strip_prefix("durable ").and_then(|id| id.trim_end().parse().ok());
            if let Some(id) = id {
                self.durable.insert(id);
                return Some(id);
            }
        }
    }

    /// Waits for the end of the process. Returns its intents that are durable.
    pub(crate) fn durable(mut self) -> BTreeSet<IntentId> {
        while self.next().is_some() {}
        std::mem::take(&mut self.durable)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn journal() -> Option<(FileJournal, u64)> {
    let path = env::var_os(JOURNAL)?;
    let first = env::var(FIRST).unwrap().parse().unwrap();
    Some((FileJournal::open(path).unwrap(), first))
}

/// A process that leaves every other intent open.
#[test]
fn appends() {
    let Some((journal, first)) = journal() else { return };
    for number in first..first + 100 {
        let intent = intent(number);
        wait(journal.record_intent(&intent));
        match number % 2 {
            0 => close(&journal, intent.id(), Outcome::Done),
            _ => println!("durable {}", intent.id()),
        }
    }
}

/// A process that compacts all the time, and never ends by itself.
#[test]
fn compacts() {
    let Some((journal, first)) = journal() else { return };
    let journal = journal.compact_above(2_000);
    for number in first.. {
        // Old, so that it is dropped when it is closed.
        let old = intent_at(UNIX_EPOCH + DAY, number, &format!("old_{number}"));
        wait(journal.record_intent(&old));
        close(&journal, old.id(), Outcome::Done);
        if number % 4 == 0 {
            let kept = intent(number);
            wait(journal.record_intent(&kept));
            println!("durable {}", kept.id());
        }
    }
}

#[test]
fn two_processes_append_while_a_third_compacts() {
    let folder = Folder::new();
    let mut compacting = Process::start("processes::compacts", &folder, 1_000_000);
    let appending = [0, 1_000].map(|first| Process::start("processes::appends", &folder, first));
    let mut durable: BTreeSet<_> = appending.into_iter().flat_map(Process::durable).collect();
    assert_eq!(durable.len(), 100);
    compacting.kill();
    durable.extend(compacting.durable());
    let journal = folder.open();
    let open: BTreeSet<_> = open(&journal).into_iter().collect();
    assert!(open.is_superset(&durable), "every intent that was durable is there");
    // One that the killed process was recording, or had not printed yet.
    assert!(open.len() <= durable.len() + 2, "{} of {}", open.len(), durable.len());
    assert_eq!(unreadable(&journal), [""; 0]);
}
