//! The runtime against a real HTTP server on loopback.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod backends;
#[cfg(feature = "blocking")]
mod blocking;
mod claims;
mod config;
mod connecting;
mod errors;
mod faults;
mod fixture;
mod given_runtime;
mod headers;
mod identity;
mod journal;
mod lookups;
mod network;
mod options;
mod outcome;
mod plain_http;
mod reconcile;
mod response_size;
mod retries;
mod runtimes;
mod secrecy;
mod server;
mod timeouts;
mod token;
mod token_load;
mod token_server;
mod token_store;
mod verification;
mod wire;
