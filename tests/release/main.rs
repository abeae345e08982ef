//! `release` and `publish` as processes. What `package` makes is a part of the rehearsal.

mod changelog;
mod project;
mod publish;
mod registry;
mod tree;
mod versions;
mod youth;
