//! `cargo xtask diff`: the compared revisions, the output, and the exit codes.

mod folders;
mod formats;
mod limits;
mod places;
mod repository;
mod revisions;
mod rules;
mod schemas;
mod sides;
mod suppressions;
