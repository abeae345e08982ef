//! A client in forked processes. A program without the harness of tests, whose threads it would fork.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/fixture.rs"]
mod fixture;
#[allow(dead_code, reason = "the tests of HTTP need more of it")]
#[path = "../http/server.rs"]
mod server;

#[cfg(unix)]
mod children;

fn main() {
    #[cfg(unix)]
    children::run();
}
