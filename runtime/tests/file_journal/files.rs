//! The file itself.

use std::fs;
use std::io::ErrorKind;
use std::sync::Arc;
use std::task::{Context, Waker};

use portone_v1_runtime::{FileJournal, Journal, JournalError, Outcome};

use crate::fixture::{Folder, intent, open, record, try_wait, wait};

fn kind(error: &JournalError) -> ErrorKind {
    let source = std::error::Error::source(error).unwrap();
    source.downcast_ref::<std::io::Error>().unwrap().kind()
}

#[test]
fn intents_outlive_the_journal() {
    let folder = Folder::new();
    let first = record(&folder.open(), 1);
    let journal = folder.open();
    let second = record(&journal, 2);
    assert_eq!(open(&journal), [first, second]);
    assert_eq!(open(&folder.open()), [first, second]);
    let entry = wait(journal.open(Some(&first), 1)).remove(0);
    assert_eq!(entry.intent.label(), Some("order 2"));
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    record(&folder.open(), 1);
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_same_journal() {
    let folder = Folder::new();
    let id = record(&folder.open(), 1);
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(folder.journal(), &link).unwrap();
    let linked = FileJournal::open(&link).unwrap();
    assert_eq!(open(&linked), [id]);
    record(&linked, 2);
    assert_eq!(open(&folder.open()).len(), 2);
    assert!(!folder.path().join("link.lock").exists());
}

#[test]
fn another_file_is_left_as_it_is() {
    let folder = Folder::new();
    for text in ["some text", "portone-v1 journal 2\nof a later version\n", "\n"] {
        fs::write(folder.journal(), text).unwrap();
        let error = FileJournal::open(folder.journal()).unwrap_err();
        assert_eq!(kind(&error), ErrorKind::InvalidData);
        assert!(error.to_string().contains("payments.journal"), "{error}");
        assert_eq!(folder.read(), text);
    }
    fs::write(folder.journal(), "").unwrap();
    assert_eq!(open(&folder.open()), []);
    let missing = FileJournal::open(folder.path().join("none").join("journal")).unwrap_err();
    assert_eq!(kind(&missing), ErrorKind::NotFound);
    let error = FileJournal::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains("not a regular file"), "{error}");
    assert_eq!(format!("{error:?}"), error.to_string());
    assert!(!folder.path().with_extension("lock").exists());
    FileJournal::open("/").unwrap_err();
}

#[test]
fn a_file_that_is_gone_or_emptied_fails_the_intent() {
    let folder = Folder::new();
    let journal = folder.open();
    fs::write(folder.journal(), "").unwrap();
    let error = try_wait(journal.record_intent(&intent(1))).unwrap_err();
    assert_eq!(kind(&error), ErrorKind::InvalidData);
    fs::remove_file(folder.journal()).unwrap();
    let error = try_wait(journal.record_intent(&intent(1))).unwrap_err();
    assert_eq!(kind(&error), ErrorKind::NotFound);
    assert!(error.to_string().contains("payments.journal"), "{error}");
    assert!(!folder.journal().exists());
}

#[test]
fn intents_of_many_tasks_are_all_recorded() {
    let folder = Folder::new();
    let journal = Arc::new(folder.open());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    runtime.block_on(async {
        let calls = (0..200).map(|number| {
            let journal = Arc::clone(&journal);
            tokio::spawn(async move { journal.record_intent(&intent(number)).await })
        });
        for call in calls.collect::<Vec<_>>() {
            call.await.unwrap().unwrap();
        }
    });
    assert_eq!(open(&journal).len(), 200);
}

#[test]
fn a_dropped_future_has_been_handed_over() {
    let folder = Folder::new();
    let journal = folder.open();
    let kept = record(&journal, 1);
    let dropped = intent(2);
    let mut future = journal.record_intent(&dropped);
    let _ = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    drop(future);
    let mut outcome = journal.record_outcome(&kept, Outcome::Dropped);
    let _ = outcome.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    drop(outcome);
    let entries = wait(journal.open(None, 10));
    let outcomes: Vec<_> = entries.iter().map(|entry| (entry.intent.id(), entry.outcome)).collect();
    assert_eq!(outcomes, [(kept, Some(Outcome::Dropped)), (dropped.id(), None)]);
}
