//! The schema against what upstream publishes: one fixture folder for each kind of finding.
//!
//! A folder holds our `schema.yaml`, upstream's `upstream.json` or `upstream.yaml`, and `before.json`
//! where upstream's older document counts. `expected.snap` is the report, `fixed.snap` what
//! `--fix` makes of the schema.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod accepted;
mod bytes;
mod documents;
mod fixtures;
mod process;
mod reports;
