//! A folder with a journal, and intents for it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use portone_v1_runtime::{FileJournal, Intent, IntentId, Journal, JournalFuture, Outcome};

pub(crate) const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A folder of a test, which is removed with it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("portone-journal-{}-{number}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.0.join("payments.journal")
    }

    pub(crate) fn open(&self) -> FileJournal {
        FileJournal::open(self.journal()).unwrap()
    }

    pub(crate) fn read(&self) -> String {
        fs::read_to_string(self.journal()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The result of a future of a journal.
pub(crate) fn wait<T>(future: JournalFuture<'_, T>) -> T {
    try_wait(future).unwrap()
}

pub(crate) fn try_wait<T>(
    future: JournalFuture<'_, T>,
) -> Result<T, portone_v1_runtime::JournalError> {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

/// An intent of this moment.
pub(crate) fn intent(number: u64) -> Intent {
    intent_at(SystemTime::now(), number, &format!("imp_{number}"))
}

/// An intent to refund a payment.
pub(crate) fn intent_at(time: SystemTime, number: u64, imp_uid: &str) -> Intent {
    let id = id(time, number);
    let reads = format!(
        r#"[{{"operation":"payments.get","evidence":"balance","path":[["imp_uid","{imp_uid}"]]}}]"#
    );
    let rest = format!(
        r#""account":"a1","label":"order {number}","deadline_ms":90000,"reads":{reads},"identity":[]"#
    );
    Intent::from_json(&format!(r#"{{"v":1,"id":"{id}","operation":"payments.cancel",{rest}}}"#))
        .unwrap()
}

pub(crate) fn id(time: SystemTime, number: u64) -> IntentId {
    let milliseconds = time.duration_since(UNIX_EPOCH).unwrap().as_millis();
    format!("{milliseconds:012x}{number:020x}").parse().unwrap()
}

pub(crate) fn record(journal: &FileJournal, number: u64) -> IntentId {
    let intent = intent(number);
    wait(journal.record_intent(&intent));
    intent.id()
}

pub(crate) fn close(journal: &FileJournal, id: IntentId, outcome: Outcome) {
    wait(journal.record_outcome(&id, outcome));
}

/// The identifiers of the open intents.
pub(crate) fn open(journal: &FileJournal) -> Vec<IntentId> {
    wait(journal.open(None, usize::MAX)).iter().map(|entry| entry.intent.id()).collect()
}

pub(crate) fn unreadable(journal: &FileJournal) -> Vec<String> {
    wait(journal.unreadable())
}
