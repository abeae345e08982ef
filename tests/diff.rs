//! `diff`: the changes between two schemas, and their verdicts.

mod fixtures;
mod mutations;
mod public_api;
mod public_items;
mod rules;
pub mod schema;
mod version;
