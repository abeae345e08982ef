//! Compaction, and a process that is killed during it.

use std::collections::BTreeSet;
use std::fs;
use std::thread;
use std::time::{Duration, UNIX_EPOCH};

use portone_v1_runtime::{Journal, Outcome};

use crate::fixture::{DAY, Folder, close, intent_at, open, record, unreadable, wait};
use crate::processes::Process;

#[test]
fn closed_intents_are_removed_once_the_file_has_grown() {
    let folder = Folder::new();
    let journal = folder.open().compact_above(20_000);
    let kept = record(&journal, 1);
    let mut longest = 0;
    for number in 2..200 {
        let old = intent_at(UNIX_EPOCH + DAY, number, &format!("old_{number}"));
        wait(journal.record_intent(&old));
        close(&journal, old.id(), Outcome::Done);
        longest = longest.max(folder.read().len());
    }
    assert!((20_000..21_000).contains(&longest), "{longest} bytes at most");
    assert_eq!(open(&journal), [kept]);
}

/// The states that a process which is killed leaves on the disk.
#[test]
fn each_step_of_a_compaction_can_be_the_last() {
    let folder = Folder::new();
    let journal = folder.open();
    let id = record(&journal, 1);
    let beside = |ending| folder.path().join(format!("payments.journal{ending}"));
    let whole = folder.read();
    for end in 0..=whole.len() {
        fs::write(beside(".new"), &whole[..end]).unwrap();
        assert_eq!(open(&folder.open()), [id], "{end} bytes of the new file");
    }
    fs::write(beside(".lock"), "renamed").unwrap();
    assert_eq!(open(&journal), [id]);
    assert_eq!(fs::read(beside(".lock")).unwrap(), b"", "the name is on the disk");
    fs::write(beside(".lock"), "renamed").unwrap();
    fs::rename(beside(".new"), folder.journal()).unwrap();
    let second = record(&journal, 2);
    assert_eq!(open(&journal), [id, second]);
    assert_eq!(fs::read(beside(".lock")).unwrap(), b"");
}

#[test]
fn a_killed_process_loses_no_durable_intent() {
    let (folder, mut random) = (Folder::new(), fastrand::Rng::with_seed(1));
    let mut durable = BTreeSet::new();
    for run in 0..30 {
        let mut process = Process::start("processes::compacts", &folder, run * 1_000_000);
        process.next().unwrap();
        thread::sleep(Duration::from_micros(random.u64(..40_000)));
        process.kill();
        durable.extend(process.durable());
        let journal = folder.open();
        let open: BTreeSet<_> = open(&journal).into_iter().collect();
        assert!(open.is_superset(&durable), "run {run}");
        assert_eq!(unreadable(&journal), [""; 0], "run {run}");
    }
}
