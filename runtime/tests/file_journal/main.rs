//! The journal in a file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod compaction;
mod files;
mod fixture;
mod full_disk;
mod lines;
mod processes;
mod same_as_memory;
