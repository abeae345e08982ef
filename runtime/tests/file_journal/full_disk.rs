//! Disks without space.

#![cfg(unix)]

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, ExitStatus};

use portone_v1_runtime::{FileJournal, Journal, JournalError};

use crate::fixture::{Folder, intent, open, record, try_wait, unreadable};

const JOURNAL: &str = "PORTONE_TESTS_FULL";

/// A process that records intents until it cannot, and once more.
#[test]
fn records_until_it_is_full() {
    let Some(path) = env::var_os(JOURNAL) else { return };
    let journal = FileJournal::open(path).unwrap();
    let fill = || -> JournalError {
        (0..).find_map(|number| try_wait(journal.record_intent(&intent(number))).err()).unwrap()
    };
    let (first, again) = (fill(), try_wait(journal.record_intent(&intent(1))).unwrap_err());
    for error in [first, again] {
        let source = std::error::Error::source(&error).unwrap();
        let kind = source.downcast_ref::<std::io::Error>().unwrap().kind();
        assert!(matches!(kind, ErrorKind::FileTooLarge | ErrorKind::StorageFull), "{error}");
    }
}

/// Runs that process with files of at most some kibibytes; `trap` says what becomes of a larger one.
fn with_small_files(trap: &str, journal: &Path) -> ExitStatus {
    let script =
        format!("{trap} ulimit -f 20; exec \"$0\" --exact full_disk::records_until_it_is_full");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).arg(env::current_exe().unwrap()).env(JOURNAL, journal);
    command.output().unwrap().status
}

#[test]
fn a_write_that_fails_leaves_the_file_as_it_was() {
    let folder = Folder::new();
    let first = record(&folder.open(), 1);
    let status = with_small_files("trap '' XFSZ;", &folder.journal());
    assert!(status.success());
    let journal = folder.open();
    assert!(folder.read().ends_with('\n') && folder.read().len() > 9_000);
    let before = open(&journal);
    assert!(before.len() > 10 && before[0] == first);
    let next = record(&journal, 2);
    assert_eq!(open(&journal), [before, vec![next]].concat());
    assert_eq!(unreadable(&journal), [""; 0]);
}

#[test]
fn a_process_that_dies_of_a_write_leaves_a_torn_line() {
    let folder = Folder::new();
    assert!(!with_small_files("", &folder.journal()).success());
    assert!(!folder.read().ends_with('\n'));
    let journal = folder.open();
    let before = open(&journal);
    let next = record(&journal, 2);
    assert_eq!(open(&journal), [before, vec![next]].concat());
    assert_eq!(unreadable(&journal), [""; 0]);
}

/// A file system of 64 KiB, which takes the rights to mount one.
struct SmallDisk(Folder);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = Folder::new();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(folder.path());
        mount.output().is_ok_and(|output| output.status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_fails_intents_until_there_is_space() {
    let Some(disk) = SmallDisk::mount() else { return };
    let folder = &disk.0;
    let status = {
        let mut command = Command::new(env::current_exe().unwrap());
        command
            .args(["--exact", "full_disk::records_until_it_is_full"])
            .env(JOURNAL, folder.journal());
        command.output().unwrap().status
    };
    assert!(status.success());
    let journal = folder.open();
    let before = open(&journal);
    assert!(before.len() > 50 && folder.read().ends_with('\n'));
    try_wait(journal.record_intent(&intent(1))).unwrap_err();
    assert_eq!(open(&journal), before);
    let text = folder.read();
    let half = text.len() / 2 + text[text.len() / 2..].find('\n').unwrap() + 1;
    fs::write(folder.journal(), &text[..half]).unwrap();
    record(&journal, 2);
    assert_eq!(unreadable(&journal), [""; 0]);
}
