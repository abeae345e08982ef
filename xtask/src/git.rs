//! The `git` program, which reads revisions. No command here changes a repository.

mod files;
mod releases;
mod repository;
mod resolve;
mod unknown_revision;
mod working_tree;

pub use releases::RemoteTags;
pub use repository::Repository;
