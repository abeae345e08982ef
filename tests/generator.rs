//! The generator as a library: everything but the fixtures, which are a binary of their own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod diagnostics;
mod diff;
mod drift;
mod language;
mod openapi;
