//! The server under load and with hostile clients.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod hostile;
mod many_requests;
mod many_servers;
mod random_faults;
mod wire;
