//! Parsing of untrusted requests, and verification of payments.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod confirming;
#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/fixture.rs"]
mod fixture;
mod parsing;
#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/server.rs"]
mod server;
mod verifying;
mod windows;
