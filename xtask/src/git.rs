//! The `git` program, which reads revisions. No command here changes a repository.

mod files;
mod release_state;
mod repository;
mod resolve;
mod unknown_revision;

pub use repository::Repository;
