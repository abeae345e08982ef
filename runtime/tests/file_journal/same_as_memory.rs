//! The same calls to a journal in a file, which is compacted, and to one in memory.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use portone_v1_runtime::{IntentId, Journal, JournalEntry, MemoryJournal, Outcome};

use crate::fixture::{Folder, intent_at, wait};

const OUTCOMES: [&str; 9] = [
    "done",
    "rejected",
    "not_sent",
    "unknown",
    "dropped",
    "found_done",
    "found_declined",
    "found_not_done",
    "closed_by_hand",
];

type Seen = Vec<(IntentId, Option<Outcome>)>;

fn open(journal: &dyn Journal, after: Option<&IntentId>, limit: usize) -> Vec<JournalEntry> {
    wait(journal.open(after, limit))
}

fn related(journal: &dyn Journal, subject: &str) -> Seen {
    let mut seen = seen(&wait(journal.related(subject)));
    seen.sort_by_key(|(id, _)| *id);
    seen
}

fn seen(entries: &[JournalEntry]) -> Seen {
    entries.iter().map(|entry| (entry.intent.id(), entry.outcome)).collect()
}

#[test]
fn a_file_answers_as_memory_does() {
    let (folder, memory) = (Folder::new(), MemoryJournal::new());
    let file = folder.open().compact_above(4_096);
    let mut random = fastrand::Rng::with_seed(1);
    let mut ids = Vec::new();
    let mut lines = 0;
    for number in 0..200 {
        let intent = match number % 4 {
            0 => intent_at(SystemTime::now(), number, &format!("imp_{}", number % 40)),
            // It is kept until it is closed.
            _ => intent_at(
                UNIX_EPOCH + Duration::from_secs(number),
                number,
                &format!("old_{number}"),
            ),
        };
        wait(file.record_intent(&intent));
        wait(memory.record_intent(&intent));
        ids.push(intent.id());
        for _ in 0..random.u32(1..4) {
            let id = random.choice(&ids).unwrap();
            let outcome: Outcome = random.choice(OUTCOMES).unwrap().parse().unwrap();
            wait(file.record_outcome(id, outcome));
            wait(memory.record_outcome(id, outcome));
            lines += 1;
        }
        lines += 1;
        if number % 10 > 0 {
            continue;
        }
        let after = random.choice(&ids);
        let limit = random.usize(1..20);
        let found = open(&file, after, limit);
        assert_eq!(seen(&found), seen(&open(&memory, after, limit)));
        let subjects = found.iter().filter_map(|entry| entry.intent.subject());
        for subject in subjects.filter(|subject| !subject.contains("old_")) {
            assert_eq!(related(&file, &subject), related(&memory, &subject), "{subject}");
        }
    }
    assert_eq!(seen(&open(&file, None, 400)), seen(&open(&memory, None, 400)));
    assert!(folder.read().lines().count() < lines, "it was compacted");
}
