//! Journals, clients and calls for the tests of the journal.

use std::time::Duration;

use portone_v1_runtime::internal::{Call, Evidence, Transport};
use portone_v1_runtime::{Error, Journal, JournalEntry, MemoryJournal, Outcome};

use tokio::runtime::Handle;

use crate::fixture::{CANCEL, Payment, builder, read};
use crate::server::Server;

pub(crate) fn client(server: &Server, journal: impl Journal) -> Transport {
    builder(&server.url()).journal(journal).build().unwrap()
}

/// A client on this runtime.
pub(crate) fn client_here(server: &Server, journal: impl Journal) -> Transport {
    let builder = builder(&server.url()).journal(journal);
    builder.runtime(Handle::current()).build().unwrap()
}

/// A refund of 100 of 1000, which the balance shows.
pub(crate) fn refund() -> Call {
    Call::new(&CANCEL)
        .body("imp_uid", &"imp_1")
        .body("amount", &100_i64)
        .body("checksum", &1000_i64)
        .reconcile(Evidence::Balance, read("imp_1"))
}

/// Sends a call as generated code does.
pub(crate) async fn send(client: &Transport, call: Call) -> Result<Payment, Error> {
    let mut response = client.send(call).await?;
    let recorded = response.recorded();
    let result = response.decode();
    recorded.wait().await;
    result
}

/// The only intent of a journal.
pub(crate) fn only(journal: &MemoryJournal) -> JournalEntry {
    let [entry] = <[_; 1]>::try_from(journal.entries()).unwrap();
    entry
}

/// The outcome of the only intent, once there is an intent with an outcome.
pub(crate) async fn outcome(journal: &MemoryJournal) -> Outcome {
    for _ in 0..2000 {
        if let [JournalEntry { outcome: Some(outcome), .. }] = *journal.entries() {
            return outcome;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("no outcome was recorded")
}
