//! The server under load, and under attack: it answers, it loses nothing, and it lives on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod hostile;
mod many_requests;
mod many_servers;
mod unlucky;
mod wire;
