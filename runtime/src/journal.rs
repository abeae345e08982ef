//! The journal: requests that must not be sent twice, recorded before they are sent and after their answer.

mod account;
mod entry;
#[cfg(feature = "file-journal")]
mod file;
mod intent;
mod intent_id;
mod intent_json;
mod intent_read;
mod journal_handle;
mod journaled_call;
mod key;
mod memory_journal;
mod outcome;
mod store;

pub(crate) use account::fingerprint;
pub use entry::JournalEntry;
#[cfg(feature = "file-journal")]
pub use file::FileJournal;
pub use intent::Intent;
pub(crate) use intent::{IntentContext, subject};
pub use intent_id::{IntentId, InvalidIntentId};
pub(crate) use intent_read::IntentRead;
pub(crate) use journal_handle::JournalHandle;
pub(crate) use journaled_call::JournaledCall;
pub use journaled_call::Recorded;
pub(crate) use key::Key;
pub use memory_journal::MemoryJournal;
pub use outcome::{Outcome, UnknownOutcome};
pub use store::{Journal, JournalFuture};
