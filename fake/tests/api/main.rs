//! The server as a program of any language meets it: over HTTP, in JSON.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod commands;
mod faults;
mod inbox;
mod log;
mod payments;
mod requests;
mod shop;
mod tokens;
mod vbanks;
mod webhooks;
