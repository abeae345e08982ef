//! `diff`: the changes between two schemas, and their verdicts.

mod fixtures;
mod mutations;
mod rules;
mod schema;
mod version;
