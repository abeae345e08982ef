//! The journal: requests that must not be sent twice, recorded before they are sent and after their answer.

mod entry;
mod intent;
mod intent_id;
mod intent_json;
mod intent_read;
mod key;
mod memory_journal;
mod outcome;
mod store;

pub use entry::JournalEntry;
pub use intent::Intent;
pub use intent_id::{IntentId, InvalidIntentId};
pub use memory_journal::MemoryJournal;
pub use outcome::{Outcome, UnknownOutcome};
pub use store::{Journal, JournalFuture};
